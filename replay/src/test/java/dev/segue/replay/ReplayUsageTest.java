package dev.segue.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.app.cli.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The messages of {@code segue replay} for wrong usage. */
class ReplayUsageTest {

    @TempDir
    private Path folder;

    @Test
    void help_names_every_option() {
        Replayed replayed = Replayed.with("--help");

        assertThat(replayed.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(replayed.out())
                .contains(
                        "Usage: segue replay",
                        "PATH...",
                        "--session-gap",
                        "--as-stream",
                        "--allowed-lateness",
                        "--time-zone",
                        "--merge-services",
                        "--out",
                        "--report",
                        "--page",
                        "--port",
                        "Exit codes:");
    }

    @Test
    void a_path_is_needed() {
        assertThat(Replayed.with()).isEqualTo(wrongUsage("Missing required parameter: 'PATH'."));
    }

    @Test
    void a_missing_file_is_named() {
        assertThat(Replayed.with(folder.resolve("none.json")))
                .isEqualTo(wrongUsage("There is no file or folder '" + folder.resolve("none.json") + "'."));
    }

    @Test
    void a_name_that_did_not_survive_the_command_line_is_explained() {
        Path lost = folder.resolve("M\uFFFDrz.json");

        assertThat(Replayed.with(lost))
                .isEqualTo(
                        wrongUsage("There is no file or folder '" + lost + "'. The locale's encoding does not cover its"
                                + " name; give its folder instead, or rename it."));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "soon     | 'soon' is not a duration; for example 15m, 900s or PT15M",
                "900      | '900' has no unit. Write 900min, 900s or 900ms",
                "PTx      | 'PTx' is not a duration; for example 15m, 900s or PT15M",
                "''       | '' is not a duration; for example 15m, 900s or PT15M",
                "0s       | '0s' must be at least 1 ms and at most 3650 d",
                "0        | '0' must be at least 1 ms and at most 3650 d",
                "-PT5M    | '-PT5M' must be at least 1 ms and at most 3650 d",
                "99999999d| '99999999d' must be at least 1 ms and at most 3650 d",
            })
    void a_session_gap_must_be_a_length_of_time(String gap, String complaint) {
        assertThat(Replayed.with(folder, "--session-gap=" + gap))
                .isEqualTo(wrongUsage("Invalid value for option '--session-gap': " + complaint + "."));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "soon   | 'soon' is not a duration; for example 15m, 900s or PT15M",
                "1      | '1' has no unit. Write 1min, 1s or 1ms",
                "PT-1S  | 'PT-1S' must be at least 0 and at most 3650 d",
                "3651d  | '3651d' must be at least 0 and at most 3650 d",
            })
    void allowed_lateness_must_be_a_length_of_time(String allowedLateness, String complaint) {
        assertThat(Replayed.with(folder, "--as-stream", "--allowed-lateness=" + allowedLateness))
                .isEqualTo(wrongUsage("Invalid value for option '--allowed-lateness': " + complaint + "."));
    }

    @Test
    void allowed_lateness_needs_a_clock() {
        assertThat(Replayed.with(folder, "--allowed-lateness=1h"))
                .isEqualTo(wrongUsage("--allowed-lateness needs --as-stream: without it there is no clock and"
                        + " nothing is late."));
    }

    @Test
    void a_time_zone_must_exist() {
        assertThat(Replayed.with(folder, "--time-zone", "Mars/Olympus"))
                .isEqualTo(wrongUsage("Invalid value for option '--time-zone': 'Mars/Olympus' is not a time zone; for"
                        + " example Europe/Berlin or UTC."));
    }

    @Test
    void an_option_that_does_not_exist_is_reported_with_the_nearest_that_does() {
        assertThat(Replayed.with(folder, "--timezone", "UTC"))
                .isEqualTo(wrongUsage("Unknown option '--timezone'. Did you mean --time-zone?"));
    }

    @Test
    void sessions_are_not_written_where_they_cannot_or_must_not_be() throws IOException {
        Path log = Files.writeString(folder.resolve("events.jsonl"), KnownLog.EVENTS);
        Path nowhere = folder.resolve("none").resolve("out.jsonl");

        assertThat(Replayed.with(log, "--out", nowhere))
                .isEqualTo(wrongUsage("The sessions cannot be written to '" + nowhere + "': there is no folder "
                        + folder.resolve("none") + "."));
        assertThat(Replayed.with(log, "--out", folder))
                .isEqualTo(wrongUsage("The sessions cannot be written to '" + folder + "': it is a folder."));
        assertThat(Replayed.with(log, "--out", log))
                .isEqualTo(wrongUsage("The sessions must not overwrite the input '" + log + "'."));
        assertThat(log).hasContent(KnownLog.EVENTS);
    }

    @Test
    void a_folder_without_a_listening_history_is_nothing_to_replay() throws IOException {
        assertThat(Replayed.with(folder).err())
                .startsWith("segue: There is nothing to replay: no file was found; expected ");

        Path note = Files.writeString(folder.resolve("note.txt"), "buy milk");
        Replayed replayed = Replayed.with(folder);

        assertThat(replayed.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(replayed.err().lines())
                .containsExactly("segue: There is nothing to replay.", "  " + note + ": not a listening history");
    }

    @Test
    void a_damaged_archive_is_explained() throws IOException {
        Path archive = Files.writeString(folder.resolve("a.zip"), "PK\u0003\u0004 and then nothing");

        Replayed replayed = Replayed.with(archive);

        assertThat(replayed.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(replayed.err()).contains(archive + ": cannot be read: ").doesNotContain("\tat ");
    }

    private static Replayed wrongUsage(String sentence) {
        String lines = String.join(System.lineSeparator(), "segue: " + sentence, "Try 'segue replay --help'.", "");
        return new Replayed(ExitCode.WRONG_USAGE, "", lines);
    }
}
