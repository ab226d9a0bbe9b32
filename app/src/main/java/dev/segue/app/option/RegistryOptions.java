package dev.segue.app.option;

import dev.segue.adapters.kafka.registry.RegistryAccess;
import dev.segue.adapters.kafka.registry.RegistryLogin;
import dev.segue.adapters.kafka.registry.RegistryTls;
import dev.segue.adapters.kafka.secret.Secret;
import dev.segue.app.config.Agreement;
import dev.segue.app.config.Config;
import dev.segue.app.config.OptionGroup;
import dev.segue.app.config.Setting;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Connection to the schema registry. Shared by all jobs. */
public final class RegistryOptions {

    public static final Setting<List<URI>> URL = Setting.webAddresses("registry.url")
            .required("The address of the schema registry's Confluent REST API, which Apicurio has under"
                    + " `/apis/ccompat/v7`. Several addresses are tried in turn.");

    public static final Setting<String> USER =
            Setting.text("registry.user").optional("The user name, together with `registry.password`.");

    public static final Setting<String> PASSWORD =
            Setting.text("registry.password").secret().optional("The password of `registry.user`.");

    public static final Setting<String> TOKEN = Setting.text("registry.token")
            .secret()
            .optional("A token, sent as `Authorization: Bearer ...` instead of a user and a password. One in a file"
                    + " (`${FILE:/path}`) is read with every request, so that it may change while the job runs.");

    public static final Setting<Boolean> AUTO_REGISTER = Setting.flag("registry.auto-register")
            .defaultsTo(
                    true,
                    "Whether to register the schemas of what a job writes. If `false`, the job needs no more than read"
                            + " access to the registry, and does not start unless they are there: `segue run JOB"
                            + " --register-schemas` registers them.");

    public static final Setting<String> TRUSTSTORE = Setting.text("registry.ssl.truststore.location")
            .optional("A file with the certificates of the authorities that we trust, for a registry whose certificate"
                    + " was issued by an authority of your own. It must exist wherever the job starts or runs, as must"
                    + " the keystore. If omitted, the authorities that Java trusts.");

    public static final Setting<String> TRUSTSTORE_TYPE = Setting.text("registry.ssl.truststore.type")
            .optional("`PEM`, `PKCS12` or `JKS`. If omitted, one of the latter two.");

    public static final Setting<String> TRUSTSTORE_PASSWORD = Setting.text("registry.ssl.truststore.password")
            .secret()
            .optional("The password of the truststore; not for `PEM`.");

    public static final Setting<String> KEYSTORE = Setting.text("registry.ssl.keystore.location")
            .optional("A file with our own certificate and its private key, for a registry that asks its clients for"
                    + " one. In a `PEM` file, the key is in PKCS #8 form.");

    public static final Setting<String> KEYSTORE_TYPE = Setting.text("registry.ssl.keystore.type")
            .optional("`PEM`, `PKCS12` or `JKS`. If omitted, one of the latter two.");

    public static final Setting<String> KEYSTORE_PASSWORD = Setting.text("registry.ssl.keystore.password")
            .secret()
            .optional("The password of the keystore; not for `PEM`.");

    public static final Setting<String> KEY_PASSWORD = Setting.text("registry.ssl.key.password")
            .secret()
            .optional("The password of the private key, where it has one of its own.");

    public static final Setting<Duration> PATIENCE = Setting.durationOrZero("registry.patience")
            .defaultsTo(
                    RegistryAccess.USUAL_PATIENCE,
                    "How long to retry while the registry does not answer, before the job fails and restarts.");

    public static final OptionGroup GROUP = OptionGroup.of(
                    "Schema registry",
                    "How to connect to the schema registry.",
                    URL,
                    USER,
                    PASSWORD,
                    TOKEN,
                    AUTO_REGISTER,
                    TRUSTSTORE,
                    TRUSTSTORE_TYPE,
                    TRUSTSTORE_PASSWORD,
                    KEYSTORE,
                    KEYSTORE_TYPE,
                    KEYSTORE_PASSWORD,
                    KEY_PASSWORD,
                    PATIENCE)
            .agreeing(
                    Agreement.between(URL)
                            .must("registry.url must not contain a user or a password: use registry.user and"
                                    + " registry.password.")
                            .when(config ->
                                    config.get(URL).stream().allMatch(address -> address.getRawUserInfo() == null)),
                    Agreement.between(USER, PASSWORD)
                            .must("registry.user and registry.password go together: set both or neither.")
                            .when(config -> config.find(USER).isPresent()
                                    == config.find(PASSWORD).isPresent()),
                    Agreement.between(USER, TOKEN)
                            .must("registry.user and registry.token exclude each other: set one of them.")
                            .when(config -> config.find(USER).isEmpty()
                                    || config.find(TOKEN).isEmpty()));

    private static final List<Setting<String>> SSL = List.of(
            TRUSTSTORE, TRUSTSTORE_TYPE, TRUSTSTORE_PASSWORD, KEYSTORE, KEYSTORE_TYPE, KEYSTORE_PASSWORD, KEY_PASSWORD);

    private RegistryOptions() {}

    /** Reads this group. */
    public static RegistryAccess from(Config config) {
        return RegistryAccess.at(config.get(URL))
                .as(login(config))
                .with(tls(config))
                .registering(config.get(AUTO_REGISTER))
                .withPatience(config.get(PATIENCE));
    }

    private static RegistryLogin login(Config config) {
        return config.secret(TOKEN)
                .<RegistryLogin>map(RegistryLogin.Bearer::new)
                .or(() -> config.secret(PASSWORD).map(password -> new RegistryLogin.Basic(config.get(USER), password)))
                .orElse(RegistryLogin.NONE);
    }

    /** By Kafka's own keys, which are ours without {@code registry.} */
    private static RegistryTls tls(Config config) {
        Map<String, String> settings = new TreeMap<>();
        for (Setting<String> setting : SSL) {
            String key = setting.key().substring("registry.".length());
            Optional<String> value = setting.secret() ? config.secret(setting).map(Secret::text) : config.find(setting);
            value.ifPresent(text -> settings.put(key, text));
        }
        return new RegistryTls(settings);
    }
}
