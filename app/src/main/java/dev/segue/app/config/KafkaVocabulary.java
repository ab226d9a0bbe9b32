package dev.segue.app.config;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.ConfigKey;
import org.apache.kafka.common.config.ConfigException;

/** The keys of Kafka's clients, as the clients define them; each of Segue's clients gets all of them. */
public final class KafkaVocabulary implements Vocabulary {

    private static final List<ConfigDef> CLIENTS =
            List.of(ProducerConfig.configDef(), ConsumerConfig.configDef(), AdminClientConfig.configDef());

    /** Keys that the connector reads, and keys that Kafka reads before its definitions apply. */
    private static final Set<String> OTHERS = Set.of(
            "client.id.prefix",
            "commit.offsets.on.checkpoint",
            "config.providers",
            "flink.disable-metrics",
            "partition.discovery.interval.ms",
            "register.consumer.metrics",
            "register.producer.metrics");

    private static final String PROVIDERS = "config.providers.";

    /** Filled in by a configuration provider, so the value is not known here. */
    private static final Pattern PROVIDED = Pattern.compile("\\$\\{[^}]*:[^}]*}");

    private static final Pattern RANGE = Pattern.compile("\\[(-?[\\d.E]+)?,?\\.\\.\\.,?(-?[\\d.E]+)?]");

    private final Set<String> keys = CLIENTS.stream()
            .flatMap(client -> client.names().stream())
            .collect(Collectors.toCollection(() -> new TreeSet<>(OTHERS)));

    @Override
    public Set<String> keys() {
        return keys;
    }

    @Override
    public boolean mayKnow(String key) {
        return keys.contains(key) || key.startsWith(PROVIDERS);
    }

    @Override
    public String expected(String key, String value) {
        if (PROVIDED.matcher(value).find()) {
            return null;
        }
        return definitions(key)
                .map(known -> expected(known, value))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    @Override
    public String doubt(String key, String value) {
        boolean isClass = definitions(key).anyMatch(known -> known.type == ConfigDef.Type.CLASS);
        return isClass && !PROVIDED.matcher(value).find() && !isThere(value)
                ? " names the class " + value + ", which is not on this class path. It must be where the job runs."
                : null;
    }

    private static Stream<ConfigKey> definitions(String key) {
        return CLIENTS.stream().map(client -> client.configKeys().get(key)).filter(Objects::nonNull);
    }

    private static String expected(ConfigKey known, String value) {
        if (known.type == ConfigDef.Type.CLASS) {
            return null;
        }
        try {
            Object read = ConfigDef.parseType(known.name, value, known.type);
            if (known.validator != null) {
                known.validator.ensureValid(known.name, read);
            }
            return null;
        } catch (ConfigException e) {
            return inWords(known);
        }
    }

    private static String inWords(ConfigKey known) {
        String type =
                switch (known.type) {
                    case BOOLEAN -> "true or false";
                    case INT, LONG, SHORT -> "a whole number";
                    case DOUBLE -> "a number";
                    case LIST -> "values separated by commas";
                    case STRING, PASSWORD, CLASS -> "a text";
                };
        return known.validator == null ? type : type + allowed(known.validator.toString());
    }

    private static String allowed(String validator) {
        Matcher range = RANGE.matcher(validator);
        if (range.matches()) {
            return (range.group(1) == null ? "" : " from " + range.group(1))
                    + (range.group(2) == null ? "" : (range.group(1) == null ? " up" : "") + " to " + range.group(2));
        }
        return ", as Kafka says: " + validator.strip();
    }

    private static boolean isThere(String className) {
        try {
            Class.forName(className.strip(), false, Thread.currentThread().getContextClassLoader());
            return true;
        } catch (ClassNotFoundException | LinkageError e) {
            return false;
        }
    }
}
