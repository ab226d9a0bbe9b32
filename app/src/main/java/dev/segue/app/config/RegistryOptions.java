package dev.segue.app.config;

/** How to reach the schema registry, and as whom. Shared by all jobs. */
public final class RegistryOptions {

    public static final Setting<String> URL = Setting.webAddress("registry.url")
            .required("The schema registry, by the address under which it speaks Confluent's REST API; Apicurio does"
                    + " so under `/apis/ccompat/v7`.");

    public static final Setting<String> USER =
            Setting.text("registry.user").optional("Whom to say we are, with `registry.password`.");

    public static final Setting<String> PASSWORD =
            Setting.text("registry.password").secret().optional("The password of `registry.user`.");

    public static final Setting<String> TOKEN =
            Setting.text("registry.token").secret().optional("A bearer token, instead of user and password.");

    public static final OptionGroup GROUP = OptionGroup.of(
                    "Schema registry", "How to reach the schema registry, and as whom.", URL, USER, PASSWORD, TOKEN)
            .agreeing(
                    Agreement.between(USER, PASSWORD)
                            .must("registry.user and registry.password go together: give both, or neither.")
                            .when(config -> config.find(USER).isPresent()
                                    == config.find(PASSWORD).isPresent()),
                    Agreement.between(USER, TOKEN)
                            .must("registry.user and registry.token are two ways to say who we are: give one of them.")
                            .when(config -> config.find(USER).isEmpty()
                                    || config.find(TOKEN).isEmpty()));

    private RegistryOptions() {}

    /** Reads this group. */
    public static RegistrySettings from(Config config) {
        return new RegistrySettings(
                config.get(URL),
                config.find(USER).orElse(null),
                config.find(PASSWORD).orElse(null),
                config.find(TOKEN).orElse(null));
    }
}
