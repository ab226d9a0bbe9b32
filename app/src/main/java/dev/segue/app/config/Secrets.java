package dev.segue.app.config;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.flink.configuration.GlobalConfiguration;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.ConfigKey;

/** Masks secrets in values that are shown. In case of doubt, a value is treated as secret. */
final class Secrets {

    static final String MASK = "******";

    /** {@code sasl.jaas.config}: all options of a login module, except those that name a user or a switch. */
    private static final Pattern LOGIN_MODULE_SECRET = Pattern.compile(
            "\\b(?!(?:username|principal|useKeyTab|storeKey|useTicketCache|tokenauth)\\b)([A-Za-z][\\w.-]*)\\s*=\\s*"
                    + "(\"[^\"]*\"?|'[^']*'?|[^\\s;]+)");

    /** Up to the last @, because an unescaped password may contain any character. */
    private static final Pattern USER_INFO = Pattern.compile("(?<=://)\\S+(?=@)");

    private static final Pattern SECRET_NAME = Pattern.compile(
            "passw|passphrase|secret|credential|token(?!\\.endpoint)|private|keystore\\.key|pseudonym\\.key$|api-?key");

    private Secrets() {}

    /** The text of a value, safe to show. */
    static String masked(Written written) {
        String key = written.key().toLowerCase(Locale.ROOT);
        if (key.endsWith("jaas.config")) {
            return LOGIN_MODULE_SECRET.matcher(written.text()).replaceAll("$1=" + MASK);
        }
        if (isSecret(key)) {
            return MASK;
        }
        return USER_INFO.matcher(written.text()).replaceAll(MASK);
    }

    /** Whether any of a value is secret. */
    static boolean isIn(Written written) {
        return !masked(written).equals(written.text());
    }

    private static boolean isSecret(String key) {
        return SECRET_NAME.matcher(key).find()
                || GlobalConfiguration.isSensitive(key)
                || isPasswordOf(ProducerConfig.configDef(), key)
                || isPasswordOf(ConsumerConfig.configDef(), key)
                || isPasswordOf(AdminClientConfig.configDef(), key);
    }

    /** Kafka's definitions say which keys are passwords. */
    private static boolean isPasswordOf(ConfigDef known, String key) {
        return known.configKeys().entrySet().stream()
                .filter(entry -> key.endsWith("." + entry.getKey()))
                .map(Map.Entry<String, ConfigKey>::getValue)
                .anyMatch(entry -> entry.type == ConfigDef.Type.PASSWORD);
    }
}
