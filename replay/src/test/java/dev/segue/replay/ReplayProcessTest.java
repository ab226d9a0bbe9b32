package dev.segue.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.app.cli.ExitCode;
import dev.segue.app.cli.SegueProcess;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code segue replay} as its own process: its output streams and exit codes. */
class ReplayProcessTest {

    @TempDir
    private Path folder;

    @Test
    void sessions_may_go_to_standard_output_and_nothing_else_goes_there() throws IOException {
        Path log = Files.writeString(folder.resolve("events.jsonl"), KnownLog.EVENTS);

        SegueProcess segue = SegueProcess.run("replay", log.toString(), "--out", "-");

        assertThat(segue.out()).isEqualTo(KnownLog.SESSIONS);
        assertThat(segue.err()).startsWith("Listener anna").contains("6 rows read = 6 accepted");
        assertThat(segue.exitCode()).isEqualTo(ExitCode.OK);
    }

    @Test
    void a_stream_shows_the_same_sessions_with_their_history_and_its_late_lines() throws IOException {
        Path log = Files.writeString(
                folder.resolve("events.jsonl"),
                KnownLog.EVENTS
                        + "{\"user_id\":\"bob\",\"occurred_at\":\"2024-05-01T09:35:34.000Z\",\"type\":\"SEARCH_PERFORMED\"}");

        SegueProcess segue =
                SegueProcess.run("replay", "--as-stream", "--allowed-lateness", "60min", log.toString(), "--out", "-");

        // Anna's sessions were emitted early, then as final. Bob's events came when the clock would not advance any
        // more.
        assertThat(segue.out())
                .isEqualTo(KnownLog.SESSIONS
                        .replaceFirst("\"revision\":1", "\"revision\":2")
                        .replaceFirst("\"revision\":1", "\"revision\":2"));
        assertThat(segue.err())
                .contains("7 rows read = 6 accepted + 0 duplicate + 1 late + 0 rejected")
                .contains("  Late: 1 line more than 1 h behind the clock")
                .contains(log + ":7: occurred 2024-05-01T09:35:34.000Z, 1 h 0.001 s behind");
        assertThat(segue.exitCode()).isEqualTo(ExitCode.OK);
    }

    @Test
    void a_name_that_the_locale_does_not_know_is_read_in_a_folder() throws IOException {
        Path inner = Files.createDirectories(Path.of(URI.create(folder.toUri() + "H%c3%b6rverlauf")));
        Files.writeString(Path.of(URI.create(inner.toUri() + "M%c3%a4rz.jsonl")), KnownLog.EVENTS);

        SegueProcess segue = SegueProcess.run(Map.of("LC_ALL", "C"), "replay", folder.toString(), "--out", "-");

        assertThat(segue.out()).isEqualTo(KnownLog.SESSIONS);
        assertThat(segue.exitCode()).isEqualTo(ExitCode.OK);
    }

    @Test
    void garbage_is_explained_without_a_stack_trace() throws IOException {
        Path garbage = Files.write(folder.resolve("garbage.json"), new byte[] {91, 0, 1, 2, 3, -1});

        SegueProcess segue = SegueProcess.run("replay", garbage.toString());

        assertThat(segue.out()).isEmpty();
        assertThat(segue.err()).startsWith("segue: There is nothing to replay.").doesNotContain("\tat ", "Exception");
        assertThat(segue.exitCode()).isEqualTo(ExitCode.FAILED);
    }
}
