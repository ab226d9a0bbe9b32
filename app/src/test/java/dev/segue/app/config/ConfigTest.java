package dev.segue.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.segue.app.option.StateBackend;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reads the text of a file into values, or reports everything that is wrong with it. */
class ConfigTest {

    private static final Setting<String> SERVERS =
            Setting.servers("radio.servers").required("Where the radio is.");
    private static final Setting<Duration> GAP =
            Setting.duration("radio.gap").defaultsTo(Duration.ofMinutes(15), "How long it may be silent.");
    private static final Setting<Integer> VOLUME =
            Setting.number("radio.volume", 1, 11).defaultsTo(5, "How loud it is.");
    private static final Setting<Integer> LOUDEST =
            Setting.number("radio.loudest", 1, 11).defaultsTo(11, "How loud it may become.");
    private static final Setting<Boolean> STEREO =
            Setting.flag("radio.stereo").defaultsTo(true, "Whether both sides differ.");
    private static final Setting<StateBackend> BACKEND = Setting.choice(
                    "radio.backend", EnumSet.allOf(StateBackend.class))
            .defaultsTo(StateBackend.HASHMAP, "Where it keeps state.");
    private static final Setting<String> PASSWORD =
            Setting.text("radio.word").secret().optional("What opens it.");
    private static final PassThrough EXTRAS =
            new PassThrough("radio.extras.", "Passed on.", Map.of("gap", "use radio.gap"));

    private static final OptionSet OPTIONS =
            OptionSet.of(OptionGroup.of("Radio", "A radio.", SERVERS, GAP, VOLUME, LOUDEST, STEREO, BACKEND, PASSWORD)
                    .passingThrough(EXTRAS)
                    .agreeing(Agreement.between(VOLUME, LOUDEST)
                            .must("radio.volume must not exceed radio.loudest.")
                            .when(config -> config.get(VOLUME) <= config.get(LOUDEST))));

    @TempDir
    private Path folder;

    @Test
    void sections_and_dots_say_the_same() {
        Config nested = read("radio:", "  servers: here:1", "  gap: 2 min", "  extras:", "    a.b: c");
        Config dotted = read("radio.servers: here:1", "radio.gap: 2 min", "radio.extras.a.b: c");

        for (Config config : List.of(nested, dotted)) {
            assertThat(config.get(SERVERS)).isEqualTo("here:1");
            assertThat(config.get(GAP)).isEqualTo(Duration.ofMinutes(2));
            assertThat(config.passedThrough(EXTRAS)).isEqualTo(Map.of("a.b", "c"));
        }
    }

    @Test
    void what_is_left_out_has_its_default_or_is_empty() {
        Config config = read("radio.servers: here:1");

        assertThat(config.get(GAP)).isEqualTo(Duration.ofMinutes(15));
        assertThat(config.get(VOLUME)).isEqualTo(5);
        assertThat(config.get(STEREO)).isTrue();
        assertThat(config.get(BACKEND)).isEqualTo(StateBackend.HASHMAP);
        assertThat(config.find(PASSWORD)).isEmpty();
        assertThat(config.passedThrough(EXTRAS)).isEmpty();
    }

    @Test
    void every_type_is_read() {
        Config config = read(
                "radio:",
                "  servers: [here:1, there:2]",
                "  gap: 1 h",
                "  volume: 11",
                "  stereo: false",
                "  backend: rocksdb",
                "  word: '12345'");

        assertThat(config.get(SERVERS)).isEqualTo("here:1,there:2");
        assertThat(config.get(GAP)).isEqualTo(Duration.ofHours(1));
        assertThat(config.get(VOLUME)).isEqualTo(11);
        assertThat(config.get(STEREO)).isFalse();
        assertThat(config.get(BACKEND)).isEqualTo(StateBackend.ROCKSDB);
        assertThat(config.find(PASSWORD)).contains("12345");
    }

    @Test
    void everything_that_is_wrong_is_reported_at_once_and_in_the_order_of_the_file() {
        assertThat(problems(
                        "radio:",
                        "  gap: soon",
                        "  volum: 3",
                        "  volume: loud",
                        "  stereo: yes please",
                        "  backend: memory",
                        "  word: ' '"))
                .containsExactly(
                        "line 2: radio.gap: found 'soon', expected a duration from 1 ms to 3650 d, such as 30 s, 15 min"
                                + " or 24 h.",
                        "line 3: radio.volum is not a key of this job. Did you mean radio.volume?",
                        "line 4: radio.volume: found 'loud', expected a whole number from 1 to 11.",
                        "line 5: radio.stereo: found 'yes please', expected true or false.",
                        "line 6: radio.backend: found 'memory', expected hashmap or rocksdb.",
                        "line 7: radio.word: expected a text.",
                        "radio.servers is missing; expected host:port, or several separated by commas.");
    }

    @Test
    void bounds_are_part_of_the_type() {
        assertThat(problems("radio.servers: here", "radio.gap: 0 s", "radio.volume: 12"))
                .containsExactly(
                        "line 1: radio.servers: found 'here', expected host:port, or several separated by commas.",
                        "line 2: radio.gap: found '0 s', expected a duration from 1 ms to 3650 d, such as 30 s, 15 min"
                                + " or 24 h.",
                        "line 3: radio.volume: found '12', expected a whole number from 1 to 11.");
        assertThat(read("radio.servers: here:1", "radio.gap: 1 ms", "radio.volume: 1")
                        .get(GAP))
                .isEqualTo(Duration.ofMillis(1));
        assertThat(problems("radio.servers: here:1", "radio.gap: 99999999999999999 d"))
                .hasSize(1);
    }

    @Test
    void a_server_has_a_port_that_can_be_and_may_be_an_address_of_ip() {
        assertThat(read("radio.servers: '[::1]:9092, 10.0.0.1:65535,here:1'").get(SERVERS))
                .isEqualTo("[::1]:9092, 10.0.0.1:65535,here:1");
        for (String wrong : List.of("here:65536", "::1:9092", "[::1]", "here:1,", "here:x", "http://here:1")) {
            assertThat(problems("radio.servers: '" + wrong + "'"))
                    .containsExactly("line 1: radio.servers: found '" + wrong
                            + "', expected host:port, or several separated by commas.");
        }
    }

    @Test
    void a_length_of_time_needs_its_unit() {
        assertThat(problems("radio.servers: here:1", "radio.gap: 15"))
                .containsExactly("line 2: radio.gap: 15 has no unit. Write 15min, 15s or 15ms.");
        assertThat(problemsWith(Map.of("GAP", "15"), "radio.servers: here:1", "radio.gap: ${ENV:GAP}"))
                .containsExactly(
                        "line 2: radio.gap: the value of ${ENV:GAP} has no unit. Write it like 15min, 15s or 15ms.");
    }

    @Test
    void a_length_of_time_is_read_as_on_the_command_line() {
        assertThat(read("radio.servers: here:1", "radio.gap: PT15M").get(GAP)).isEqualTo(Duration.ofMinutes(15));
        assertThat(problems("radio.servers: here:1", "radio.gap: 1500 ns"))
                .containsExactly(
                        "line 2: radio.gap: found '1500 ns', expected a duration from 1 ms to 3650 d, such as 30 s, 15"
                                + " min or 24 h.");
    }

    @Test
    void settings_that_do_not_agree_are_reported_where_the_first_of_them_is() {
        assertThat(problems("radio.servers: here:1", "radio.volume: 7", "radio.loudest: 6"))
                .containsExactly("line 2: radio.volume must not exceed radio.loudest.");
        assertThat(problems("radio.servers: here:1", "radio.loudest: 4"))
                .containsExactly("line 2: radio.volume must not exceed radio.loudest.");
    }

    @Test
    void agreement_is_not_asked_of_what_cannot_be_read() {
        assertThat(problems("radio.servers: here:1", "radio.volume: 7", "radio.loudest: x"))
                .containsExactly("line 3: radio.loudest: found 'x', expected a whole number from 1 to 11.");
    }

    @Test
    void a_key_that_resembles_nothing_gets_no_suggestion() {
        assertThat(problems("radio.servers: here:1", "colour: red"))
                .containsExactly("line 2: colour is not a key of this job.");
    }

    @Test
    void a_key_in_the_wrong_section_is_recognised() {
        assertThat(problems("radio.servers: here:1", "television.gap: 1 s"))
                .containsExactly("line 2: television.gap is not a key of this job. Did you mean radio.gap?");
    }

    @Test
    void a_key_that_is_given_twice_is_refused_even_if_written_in_two_ways() {
        assertThat(problems("radio.servers: here:1", "radio:", "  servers: there:2"))
                .containsExactly("line 3: radio.servers is given twice; the first time in line 1.");
    }

    @Test
    void a_key_without_a_value_is_refused() {
        assertThat(problems("radio.servers: here:1", "radio.gap:"))
                .containsExactly("line 2: radio.gap has no value; give it one, or leave it out.");
    }

    @Test
    void a_key_of_the_library_that_we_decide_on_is_refused_with_the_key_to_use() {
        assertThat(problems("radio.servers: here:1", "radio.extras.gap: 3"))
                .containsExactly("line 2: radio.extras.gap cannot be set here: use radio.gap.");
    }

    @Test
    void environment_variables_are_put_in() {
        Config config = read("radio.servers: ${ENV:HOST}:${ENV:PORT}", "radio.extras.key: a${ENV:MONEY}b");

        assertThat(config.get(SERVERS)).isEqualTo("here:1");
        assertThat(config.passedThrough(EXTRAS)).isEqualTo(Map.of("key", "a$1\\b"));
    }

    @Test
    void an_environment_variable_that_is_not_set_is_named() {
        assertThat(problems("radio.servers: here:1", "radio.word: ${ENV:WORD}"))
                .containsExactly("line 2: radio.word needs the environment variable WORD, which is not set.");
    }

    @Test
    void one_variable_that_is_not_set_is_one_problem_whatever_needs_it() {
        assertThat(problems(
                        "radio.servers: ${ENV:HOST}:${ENV:PORT}",
                        "radio.volume: ${ENV:LOUD}",
                        "radio.loudest: ${ENV:LOUD}${ENV:LOUD}",
                        "radio.gap: ${ENV:LOUD}",
                        "radio.extras.a: ${ENV:PORT}"))
                .containsExactly(
                        "line 1: radio.servers needs the environment variable HOST, which is not set.",
                        "line 1: radio.servers needs the environment variable PORT, which is not set. It is needed"
                                + " again in line 5.",
                        "line 2: radio.volume needs the environment variable LOUD, which is not set. It is needed again"
                                + " in line 3, line 4.");
    }

    @Test
    void a_key_of_others_is_reported_with_those_it_belongs_to() {
        OptionSet television = OptionSet.of(OptionGroup.of(
                        "Television",
                        "A television.",
                        GAP,
                        Setting.text("television.channel").optional("What is on."),
                        Setting.text("television.both").optional("What is on.")))
                .readBy("segue television");
        OptionSet cinema = OptionSet.of(OptionGroup.of(
                        "Cinema", "A cinema.", Setting.text("television.both").optional("What is on.")))
                .readBy("segue cinema");
        OptionSet radio = OPTIONS.readBy("segue radio").beside(List.of(television, cinema, OPTIONS));

        InvalidConfig invalid = catchThrowableOfType(
                InvalidConfig.class,
                () -> Config.read(
                        file(
                                "radio.servers: a:1",
                                "television.channel: 1",
                                "television.both: 1",
                                "television.chanel: 1"),
                        radio,
                        Map.of()));

        assertThat(invalid.problems().stream().map(Problem::toString))
                .containsExactly(
                        "line 2: television.channel is a key of segue television, not of segue radio. Remove it"
                                + " here, or put it in a separate file.",
                        "line 3: television.both is a key of segue television and segue cinema, not of segue radio."
                                + " Remove it here, or put it in a separate file.",
                        "line 4: television.chanel is not a key of segue radio.");
    }

    @Test
    void text_that_is_no_yaml_is_reported_with_its_line() {
        assertThat(problems("radio.servers: here:1", "radio: ["))
                .singleElement()
                .asString()
                .startsWith("line 3: This is not YAML: ");
        assertThat(problems("- a", "- b"))
                .containsExactly("line 1: Expected keys with values, such as 'kafka.group-id: segue'.");
    }

    @Test
    void an_empty_file_lacks_what_is_required() {
        assertThat(problems("# nothing yet"))
                .containsExactly("radio.servers is missing; expected host:port, or several separated by commas.");
    }

    @Test
    void a_section_that_holds_itself_is_refused() {
        assertThat(problems("radio.servers: here:1", "radio: &r", "  extras: *r"))
                .containsExactly("line 2: The sections are nested more than 20 levels deep.");
    }

    @Test
    void a_file_that_is_not_there_is_named() {
        Path missing = folder.resolve("missing.yaml");

        assertThatThrownBy(() -> Config.read(missing, OPTIONS, Map.of()))
                .isInstanceOf(InvalidConfig.class)
                .hasMessage(String.join(
                        System.lineSeparator(),
                        "The configuration in " + missing + " has one problem:",
                        "  There is no such file.",
                        "docs/configuration.md explains every key."));
    }

    @Test
    void a_program_is_judged_like_a_file() {
        assertThat(Config.of(Map.of("radio.servers", "here:1"), OPTIONS).get(SERVERS))
                .isEqualTo("here:1");
        assertThatThrownBy(() -> Config.of(Map.of("radio.server", "here:1"), OPTIONS))
                .hasMessageContaining("radio.server is not a key of this job. Did you mean radio.servers?")
                .hasMessageContaining("radio.servers is missing");
    }

    @Test
    void a_setting_that_the_job_did_not_declare_cannot_be_requested() {
        Setting<String> foreign = Setting.text("other.key").optional("Not ours.");
        Config config = read("radio.servers: here:1");

        assertThatThrownBy(() -> config.find(foreign))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("other.key was never validated: add it to the job's options");
    }

    @Test
    void what_is_in_effect_is_shown_without_secrets() {
        Config config = read(
                "radio:",
                "  servers: ${ENV:HOST}:1",
                "  word: open sesame",
                "  extras:",
                "    colour: red",
                "    ssl.keystore.key: '-----BEGIN PRIVATE KEY-----'",
                "    sasl.jaas.config: a.LoginModule required username=\"anna\" password=\"p;w d\" other='x';",
                "    my.password: ${ENV:MONEY}",
                "    proxy: http://anna:sesame@there:3");

        assertThat(config.effective())
                .containsExactly(
                        "radio.backend: hashmap (default)",
                        "radio.extras.colour: red",
                        "radio.extras.my.password: ******",
                        "radio.extras.proxy: http://******@there:3",
                        "radio.extras.sasl.jaas.config: a.LoginModule required username=\"anna\" password=******"
                                + " other=******;",
                        "radio.extras.ssl.keystore.key: ******",
                        "radio.gap: 15 min (default)",
                        "radio.loudest: 11 (default)",
                        "radio.servers: ${ENV:HOST}:1",
                        "radio.stereo: true (default)",
                        "radio.volume: 5 (default)",
                        "radio.word: ******");
    }

    private Config read(String... lines) {
        return Config.read(file(lines), OPTIONS, Map.of("HOST", "here", "PORT", "1", "MONEY", "$1\\"));
    }

    private List<String> problems(String... lines) {
        return problemsWith(Map.of(), lines);
    }

    private List<String> problemsWith(Map<String, String> environment, String... lines) {
        InvalidConfig invalid =
                catchThrowableOfType(InvalidConfig.class, () -> Config.read(file(lines), OPTIONS, environment));
        return invalid.problems().stream().map(Problem::toString).toList();
    }

    private Path file(String... lines) {
        try {
            return Files.write(folder.resolve("radio.yaml"), List.of(lines));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
