package dev.segue.demo.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.app.cli.ExitCode;
import dev.segue.app.cli.SegueCall;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Names, paths and values from outside are escaped before they reach the terminal, which would obey control characters.
 */
class OutsideTextTest {

    /** Clears the screen, rings the bell, begins a line and reverses the writing direction. */
    private static final String EVIL = "evil\u001b[2J\u0007\nforged\u202e\u009b31m";

    private static final String SHOWN = "evil\\u001b[2J\\u0007\\u000aforged\\u202e\\u009b31m";

    @TempDir
    private Path folder;

    @Test
    void a_listener_in_the_report() throws IOException {
        String row =
                """
                {"ts":"2024-05-01T10:0%d:00Z","username":"evil\\u001b[2J\\u0007\\nforged\\u202e\\u009b31m","platform":"ios",
                 "ms_played":60000,"conn_country":"SE","master_metadata_track_name":"A","spotify_track_uri":"spotify:track:%d",
                 "reason_start":"trackdone","reason_end":"trackdone","shuffle":false,"skipped":false}""";
        Path history = Files.writeString(
                folder.resolve("history.json"), "[" + row.formatted(3, 1) + "," + row.formatted(6, 2) + "]");

        Path out = folder.resolve("sessions.jsonl");

        SegueCall segue = SegueCall.of("replay", history.toString(), "--out", out.toString());

        assertThat(segue.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(segue.out().lines()).contains("Listener " + SHOWN);
        assertThat(segue.out().lines().filter(line -> line.startsWith("Listener")))
                .hasSize(1);
        assertThat(Files.readString(out))
                .contains("\"user_id\":\"evil\\u001B[2J\\u0007\\nforged\\u202e\\u009b31m\"")
                .doesNotContainPattern("[\\p{Cc}\\p{Cf}&&[^\n]]");
        assertIsSafe(segue);
    }

    @Test
    void the_name_of_a_file_that_is_skipped_and_of_one_that_is_not_there() throws IOException {
        Files.writeString(folder.resolve(EVIL), "buy milk");

        SegueCall skipped = SegueCall.of("replay", folder.toString());
        SegueCall missing = SegueCall.of("replay", EVIL);

        assertThat(skipped.err()).contains("  " + folder.resolve(SHOWN) + ": not a listening history");
        assertIsSafe(skipped);
        assertThat(missing.err()).startsWith("segue: There is no file or folder '" + SHOWN + "'.");
        assertIsSafe(missing);
    }

    @Test
    void keys_and_values_of_a_configuration_and_its_name() throws IOException {
        Path file = Files.write(
                folder.resolve(EVIL + ".yaml"),
                List.of("\"evil\\e[2J\\nforged\": 1", "sessions.gap: \"evil\\e[2J\\a\\nforged\\u202e\\x9b31m\""));

        SegueCall segue = SegueCall.of("run", "sessions", "--config", file.toString());

        assertThat(segue.err())
                .startsWith("segue: The configuration in " + folder.resolve(SHOWN) + ".yaml has 4 problems:")
                .contains(
                        "  line 1: evil\\u001b[2J\\u000aforged is not a key of ",
                        "sessions.gap: found '" + SHOWN + "'");
        assertIsSafe(segue);
    }

    @Test
    void what_was_typed() {
        assertIsSafe(SegueCall.of(EVIL));
        assertIsSafe(SegueCall.of("--" + EVIL));
        assertIsSafe(SegueCall.of("replay", "--session-gap", EVIL, "x"));
        assertIsSafe(SegueCall.of("simulate", "--config", "x", "--listeners", EVIL));
        assertIsSafe(SegueCall.of("simulate", "--config", "x", "--without", EVIL));
    }

    private static void assertIsSafe(SegueCall segue) {
        assertThat(segue.out() + segue.err())
                .contains("evil")
                .doesNotContainPattern("[\\p{Cc}\\p{Cf}&&[^\n]]")
                .doesNotContainPattern("(?m)^forged");
    }
}
