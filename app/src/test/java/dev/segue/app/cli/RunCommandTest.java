package dev.segue.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code segue run} prints before a job runs. */
class RunCommandTest {

    @TempDir
    private Path folder;

    @Test
    void help_lists_the_jobs() {
        SegueProcess segue = SegueProcess.run("run", "--help");

        assertThat(segue.out()).contains("Jobs:", "sessions   Turns playback events into listening sessions");
        assertThat(segue.exitCode()).isEqualTo(ExitCode.OK);
    }

    @Test
    void no_job_at_all_is_wrong_usage() {
        SegueProcess segue = SegueProcess.run("run");

        assertThat(segue.err())
                .startsWith("segue: Say which job to run." + System.lineSeparator() + System.lineSeparator()
                        + "Usage: segue run")
                .contains("Jobs:", "  sessions ", "  playlists ", "  alerts ", "  signals ");
        assertThat(segue.exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
    }

    @Test
    void an_unknown_job_is_reported_with_the_nearest_that_exists() {
        SegueProcess segue = SegueProcess.run("run", "session", "--config", "a.yaml");

        assertThat(segue.err().lines())
                .containsExactly(
                        "segue: Unknown job 'session'. Did you mean sessions or signals?", "Try 'segue run --help'.");
        assertThat(segue.exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
    }

    @Test
    void an_unknown_option_is_reported_with_the_nearest_that_exists() {
        SegueProcess segue = SegueProcess.run("run", "sessions", "--confg", "a.yaml");

        assertThat(segue.err().lines())
                .containsExactly(
                        "segue: Unknown option '--confg'. Did you mean --config?", "Try 'segue run sessions --help'.");
        assertThat(segue.exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
    }

    @Test
    void a_job_needs_its_configuration() {
        SegueProcess segue = SegueProcess.run("run", "sessions");

        assertThat(segue.err().lines())
                .containsExactly(
                        "segue: Missing required option: '--config=FILE'.", "Try 'segue run sessions --help'.");
        assertThat(segue.exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
    }

    @Test
    void a_configuration_that_is_not_there_is_named() {
        SegueProcess segue = SegueProcess.run("run", "sessions", "--config", "nowhere.yaml");

        assertThat(segue.err().lines())
                .containsExactly(
                        "segue: The configuration in nowhere.yaml has one problem:",
                        "  There is no such file.",
                        "docs/configuration.md explains every key.");
        assertThat(segue.exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
    }

    @Test
    void an_invalid_configuration_is_reported_with_everything_that_is_wrong() throws IOException {
        Path file = written("kafka:", "  bootstrap-server: broker:9092", "sessions.gap: soon", "job.delivery: once");

        SegueProcess segue = SegueProcess.run("run", "sessions", "--config", file.toString());

        assertThat(segue.err().lines())
                .containsExactly(
                        "segue: The configuration in " + file + " has 5 problems:",
                        "  line 2: kafka.bootstrap-server is not a key of segue run sessions. Did you mean"
                                + " kafka.bootstrap-servers?",
                        "  line 3: sessions.gap: found 'soon', expected a duration from 1 ms to 3650 d, such as 30 s,"
                                + " 15 min or 24 h.",
                        "  line 4: job.delivery: found 'once', expected exactly-once or at-least-once.",
                        "  kafka.bootstrap-servers is missing; expected host:port, or several separated by commas.",
                        "  registry.url is missing; expected an address such as http://localhost:8081, or several"
                                + " separated by commas.",
                        "docs/configuration.md explains every key.");
        assertThat(segue.exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
    }

    @Test
    void keys_of_others_are_reported_with_the_command_that_takes_them() throws IOException {
        Path file = written(
                "kafka.bootstrap-servers: broker:9092",
                "registry.url: http://registry:8081",
                "webhook.url: https://example.org/hook",
                "kpis.follow: a",
                "dashboard.port: 1",
                "alerts.policies.mine.kpi: sessions");

        SegueCall segue = SegueCall.of("run", "sessions", "--config", file.toString());

        String notHere = ", not of segue run sessions. Remove it here, or put it in a separate file.";
        assertThat(segue.err().lines())
                .containsExactly(
                        "segue: The configuration in " + file + " has 4 problems:",
                        "  line 3: webhook.url is a key of segue run alerts, segue dashboard and segue webhook"
                                + notHere,
                        "  line 4: kpis.follow is a key of segue run playlists" + notHere,
                        "  line 5: dashboard.port is a key of segue dashboard" + notHere,
                        "  line 6: alerts.policies.mine.kpi is a key of segue run alerts, segue dashboard and segue"
                                + " webhook"
                                + notHere,
                        "docs/configuration.md explains every key.");
    }

    @Test
    void keys_that_nobody_reads_are_warned_of_before_anything_else() throws IOException {
        Path file = written(
                "kafka.bootstrap-servers: 127.0.0.1:1",
                "registry: {url: 'http://127.0.0.1:1'}",
                "kafka.properties.linger.sm: 5",
                "flink.execution.checkpointing.min-pause: 15");

        SegueCall segue = SegueCall.of("run", "sessions", "--check", "--config", file.toString());

        assertThat(segue.err().lines())
                .startsWith(
                        "segue: " + file
                                + ", line 3: kafka.properties.linger.sm is passed on as it is, but is not a setting that this version knows."
                                + " Did you mean kafka.properties.linger.ms?",
                        "segue: " + file
                                + ", line 4: flink.execution.checkpointing.min-pause: 15 has no unit, so Flink reads it"
                                + " as milliseconds. Write 15min, 15s or 15ms.");
        assertThat(segue.exitCode()).isEqualTo(ExitCode.FAILED);
    }

    @Test
    void a_registry_that_does_not_answer_is_a_failure_that_says_what_to_do_and_reveals_no_secret() throws IOException {
        Path file = written(
                "kafka.bootstrap-servers: 127.0.0.1:1",
                "registry:",
                "  url: http://127.0.0.1:1",
                "  user: anna",
                "  password: ${ENV:WORD}");

        SegueProcess segue =
                SegueProcess.run(Map.of("WORD", "sesame"), "run", "sessions", "--check", "--config", file.toString());

        assertThat(segue.err())
                .startsWith("segue: ")
                .contains("The schema registry does not answer: nothing listens at http://127.0.0.1:1. Tried ")
                .contains(" Is it running, and is its URL right?")
                .doesNotContain("schemas/ids", "sesame", "\tat ");
        assertThat(segue.log()).contains("registry.password: ******").doesNotContain("sesame");
        assertThat(segue.exitCode()).isEqualTo(ExitCode.FAILED);
    }

    private Path written(String... lines) throws IOException {
        return Files.write(folder.resolve("sessions.yaml"), List.of(lines));
    }
}
