package dev.segue.demo.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.app.cli.ExitCode;
import dev.segue.app.cli.SegueProcess;
import org.junit.jupiter.api.Test;

/** What {@code segue} prints without a subcommand. */
class SegueCommandTest {

    @Test
    void the_version_is_the_one_that_was_built() {
        SegueProcess segue = SegueProcess.run("--version");

        assertThat(segue.out()).matches("segue \\d+\\.\\d+\\.\\d+(-SNAPSHOT)?\\R");
        assertThat(segue.err()).isEmpty();
        assertThat(segue.exitCode()).isEqualTo(ExitCode.OK);
    }

    @Test
    void help_goes_to_standard_output_and_is_no_error() {
        SegueProcess segue = SegueProcess.run("--help");

        assertThat(segue.out()).startsWith("Usage: segue");
        assertThat(segue.err()).isEmpty();
        assertThat(segue.exitCode()).isEqualTo(ExitCode.OK);
    }

    @Test
    void help_explains_every_exit_code() {
        SegueProcess segue = SegueProcess.run("--help");

        assertThat(segue.out()
                        .lines()
                        .dropWhile(line -> !line.equals("Exit codes:"))
                        .skip(1))
                .filteredOn(line -> !line.isBlank())
                .extracting(String::strip)
                .containsExactly(
                        ExitCode.OK + "     success",
                        ExitCode.FAILED + "     failure",
                        ExitCode.WRONG_USAGE + "     wrong usage or configuration",
                        ExitCode.INTERRUPTED + "   ended by Ctrl-C");
    }

    @Test
    void no_command_at_all_is_wrong_usage() {
        SegueProcess segue = SegueProcess.run();

        assertThat(segue.err())
                .startsWith(
                        String.join(System.lineSeparator(), "segue: Say which command to run.", "", "Usage: segue", "")
                                .strip())
                .contains("Commands:", "  replay ", "  demo ", "  run ", "  dashboard ", "  simulate ", "  webhook ");
        assertThat(segue.out()).isEmpty();
        assertThat(segue.exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
    }

    @Test
    void an_unknown_option_is_reported_with_the_nearest_that_exists() {
        SegueProcess segue = SegueProcess.run("--versoin");

        assertThat(segue.err().lines())
                .containsExactly("segue: Unknown option '--versoin'. Did you mean --version?", "Try 'segue --help'.");
        assertThat(segue.exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
    }
}
