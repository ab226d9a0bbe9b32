package dev.segue.app.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Writes {@code docs/configuration.md} from the settings themselves. */
final class ConfigurationPage {

    private static final String INTRODUCTION =
            """
            # Configuration

            <!-- Written by ConfigurationPageTest from the settings in the code; change them there. -->

            `segue run JOB --config FILE` and `segue dashboard --config FILE` read one YAML file. This is enough for a start:

            ```yaml
            kafka:
              bootstrap-servers: localhost:9092
            registry:
              url: http://localhost:8081/apis/ccompat/v7
            ```

            - Sections and dots say the same: `kafka: {group-id: a}` is `kafka.group-id: a`.
            - Durations are written as `500 ms`, `30 s`, `15 min`, `24 h`, `30 d` or `PT15M`. A number without a unit is
              refused; only `0` needs none.
            - `${ENV:NAME}` anywhere in a value stands for the environment variable `NAME`.
            - The file is judged as a whole before anything starts: every error is told at once, with its line, and a key
              that does not exist is refused with the nearest one that does. `--check` does only that, and looks whether
              Kafka, the registry and the topics are there.
            - What is handed on to Kafka and to Flink is judged by their own definitions: a value that they would refuse is an
              error; a key that they do not know is a warning, since an interceptor or a plugin may read it.
            - What is in effect is logged at start, defaults included. Passwords, tokens, keys and what a JAAS
              configuration tells its login module are masked.

            A cluster that wants a login is told so through the Kafka clients' own properties:

            ```yaml
            kafka:
              bootstrap-servers: broker-1:9093, broker-2:9093
              properties:
                security.protocol: SASL_SSL
                sasl.mechanism: SCRAM-SHA-512
                sasl.jaas.config: >-
                  org.apache.kafka.common.security.scram.ScramLoginModule required
                  username="segue" password="${ENV:KAFKA_PASSWORD}";
            ```
            """;

    private final StringBuilder page = new StringBuilder(INTRODUCTION);

    private ConfigurationPage() {}

    /**
     * The page.
     *
     * @param readers what each that reads a configuration can be told, by the word on the command line
     */
    static String of(Map<String, OptionSet> readers) {
        ConfigurationPage page = new ConfigurationPage();
        page.readersOf(readers).forEach((group, names) -> page.section(group, names, names.size() == readers.size()));
        return page.page.toString();
    }

    private Map<OptionGroup, List<String>> readersOf(Map<String, OptionSet> readers) {
        Map<OptionGroup, List<String>> users = new LinkedHashMap<>();
        readers.forEach((name, options) ->
                options.groups().forEach(group -> users.merge(group, List.of(name), ConfigurationPage::both)));
        return users;
    }

    private void section(OptionGroup group, List<String> readers, boolean everyReader) {
        line("");
        line("## " + group.title());
        line("");
        line(group.introduction() + (everyReader ? "" : " Read by: " + String.join(", ", readers) + "."));
        if (!group.settings().isEmpty()) {
            line("");
            line("| key | value | default | meaning |");
            line("|---|---|---|---|");
        }
        group.settings().forEach(this::row);
        group.passThroughs().forEach(this::passThrough);
        group.agreements().forEach(agreement -> {
            line("");
            line(agreement.sentence());
        });
    }

    private void row(Setting<?> setting) {
        String byDefault = setting.writtenDefault() == null
                ? (setting.required() ? "**required**" : "")
                : "`" + setting.writtenDefault() + "`";
        String secret = setting.secret() ? " Secret." : "";
        line("| `" + setting.key() + "` | " + setting.expected() + " | " + byDefault + " | " + setting.description()
                + secret + " |");
    }

    private void passThrough(PassThrough through) {
        line("");
        if (through.taken().isEmpty()) {
            line("**`" + through.prefix() + "*`** " + through.description());
            return;
        }
        line("**`" + through.prefix() + "*`** " + through.description() + " Segue decides on these itself:");
        line("");
        new TreeMap<>(through.taken()).forEach((key, reason) -> line("- `" + key + "`: " + reason));
    }

    private void line(String text) {
        page.append(text).append('\n');
    }

    private static List<String> both(List<String> some, List<String> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }
}
