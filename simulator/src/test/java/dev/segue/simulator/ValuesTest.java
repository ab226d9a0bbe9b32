package dev.segue.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.app.cli.ExitCode;
import dev.segue.app.cli.SegueCall;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The messages for option values that cannot be read. */
class ValuesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--listeners | abc         | 'abc' is not a whole number; for example 1000",
                "--listeners | 1.5         | '1.5' is not a whole number; for example 1000",
                "--listeners | 1_000       | '1_000' is not a whole number; for example 1000",
                "--listeners | 99999999999 | '99999999999' is out of range; expected a whole number from"
                        + " -2147483648 to 2147483647",
                "--days      | ''          | '' is not a whole number; for example 1000",
                "--seed      | x           | 'x' is not a whole number; for example 1000",
                "--weeks-before | few      | 'few' is not a whole number; for example 1000",
                "--rate      | fast        | 'fast' is not a number; for example 1000 or 0.5",
                "--rate      | 5d          | '5d' is not a number; for example 1000 or 0.5",
                "--rate      | NaN         | 'NaN' is not a number; for example 1000 or 0.5",
                "--rate      | Infinity    | 'Infinity' is not a number; for example 1000 or 0.5",
                "--from      | yesterday   | 'yesterday' is not a time with an offset; for example"
                        + " 2026-10-24T22:00:00Z or 2026-10-25T00:00:00+02:00",
                "--from      | 2026-10-24T22:00:00 | '2026-10-24T22:00:00' is not a time with an offset; for example"
                        + " 2026-10-24T22:00:00Z or 2026-10-25T00:00:00+02:00"
            })
    void a_value_that_cannot_be_read_is_reported_with_what_is_expected(String option, String value, String complaint) {
        SegueCall segue = SegueCall.of("simulate", "--config", "nowhere.yaml", option + "=" + value);

        assertThat(segue.err().lines())
                .containsExactly(
                        "segue: Invalid value for option '" + option + "': " + complaint + ".",
                        "Try 'segue simulate --help'.");
        assertThat(segue.exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
    }

    @ParameterizedTest
    @CsvSource({"--rate, 0.5", "--rate, 1000", "--seed, -9223372036854775808", "--from, 2026-10-25T00:00:00+02:00"})
    void a_value_that_can_be_read_is_read(String option, String value) {
        SegueCall segue = SegueCall.of("simulate", "--config", "nowhere.yaml", option + "=" + value);

        assertThat(segue.err()).startsWith("segue: The configuration in nowhere.yaml has one problem:");
    }
}
