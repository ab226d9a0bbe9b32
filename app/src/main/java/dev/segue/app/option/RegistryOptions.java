package dev.segue.app.option;

import dev.segue.adapters.kafka.registry.RegistryAccess;
import dev.segue.app.config.Agreement;
import dev.segue.app.config.Config;
import dev.segue.app.config.OptionGroup;
import dev.segue.app.config.Setting;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/** How to reach the schema registry, and as whom. Shared by all jobs. */
public final class RegistryOptions {

    public static final Setting<String> URL = Setting.webAddresses("registry.url")
            .required("The schema registry, by the address under which it speaks Confluent's REST API; Apicurio does"
                    + " so under `/apis/ccompat/v7`. Several are tried in turn.");

    public static final Setting<String> USER =
            Setting.text("registry.user").optional("Whom to say we are, with `registry.password`.");

    public static final Setting<String> PASSWORD =
            Setting.text("registry.password").secret().optional("The password of `registry.user`.");

    public static final Setting<Duration> PATIENCE = Setting.durationOrZero("registry.patience")
            .defaultsTo(
                    RegistryAccess.USUAL_PATIENCE,
                    "How long to try again while the registry does not answer, before the job fails and starts again.");

    public static final OptionGroup GROUP = OptionGroup.of(
                    "Schema registry", "How to reach the schema registry, and as whom.", URL, USER, PASSWORD, PATIENCE)
            .agreeing(
                    Agreement.between(URL)
                            .must("registry.url must not hold a user or a password: use registry.user and"
                                    + " registry.password.")
                            .when(config ->
                                    addresses(config).stream().allMatch(address -> address.getRawUserInfo() == null)),
                    Agreement.between(USER, PASSWORD)
                            .must("registry.user and registry.password go together: give both, or neither.")
                            .when(config -> config.find(USER).isPresent()
                                    == config.find(PASSWORD).isPresent()));

    private RegistryOptions() {}

    /** Reads this group. */
    public static RegistryAccess from(Config config) {
        return new RegistryAccess(
                addresses(config),
                config.find(USER).orElse(null),
                config.find(PASSWORD).orElse(null),
                config.get(PATIENCE));
    }

    private static List<URI> addresses(Config config) {
        return Setting.listed(config.get(URL)).stream().map(URI::create).toList();
    }
}
