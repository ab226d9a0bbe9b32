package dev.segue.app.option;

import dev.segue.adapters.kafka.registry.RegistryAccess;
import dev.segue.app.config.Agreement;
import dev.segue.app.config.Config;
import dev.segue.app.config.OptionGroup;
import dev.segue.app.config.Setting;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/** Connection to the schema registry. Shared by all jobs. */
public final class RegistryOptions {

    public static final Setting<List<URI>> URL = Setting.webAddresses("registry.url")
            .required("The address of the schema registry's Confluent REST API, which Apicurio has under"
                    + " `/apis/ccompat/v7`. Several addresses are tried in turn.");

    public static final Setting<String> USER =
            Setting.text("registry.user").optional("The user name, together with `registry.password`.");

    public static final Setting<String> PASSWORD =
            Setting.text("registry.password").secret().optional("The password of `registry.user`.");

    public static final Setting<Duration> PATIENCE = Setting.durationOrZero("registry.patience")
            .defaultsTo(
                    RegistryAccess.USUAL_PATIENCE,
                    "How long to retry while the registry does not answer, before the job fails and restarts.");

    public static final OptionGroup GROUP = OptionGroup.of(
                    "Schema" + " registry", "How to connect to the schema registry.", URL, USER, PASSWORD, PATIENCE)
            .agreeing(
                    Agreement.between(URL)
                            .must("registry.url must not contain a user or a password: use registry.user and"
                                    + " registry.password.")
                            .when(config ->
                                    config.get(URL).stream().allMatch(address -> address.getRawUserInfo() == null)),
                    Agreement.between(USER, PASSWORD)
                            .must("registry.user and registry.password go together: set both or neither.")
                            .when(config -> config.find(USER).isPresent()
                                    == config.find(PASSWORD).isPresent()));

    private RegistryOptions() {}

    /** Reads this group. */
    public static RegistryAccess from(Config config) {
        return new RegistryAccess(
                config.get(URL),
                config.find(USER).orElse(null),
                config.find(PASSWORD).orElse(null),
                config.get(PATIENCE));
    }
}
