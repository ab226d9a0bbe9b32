package dev.segue.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which texts are lengths of time, in files and on the command line. */
class LengthOfTimeTest {

    @ParameterizedTest
    @CsvSource({
        "15min,           PT15M",
        "15 min,          PT15M",
        "' 15m ',         PT15M",
        "15 Minutes,      PT15M",
        "900s,            PT15M",
        "900000 ms,       PT15M",
        "24 h,            PT24H",
        "30 d,            P30D",
        "PT15M,           PT15M",
        "pt1h30m,         PT1H30M",
        "P1DT2H,          PT26H",
        "PT0.5S,          PT0.5S",
        "-PT5M,           PT-5M",
        "2000 µs,         PT0.002S",
        "0,               PT0S",
        "0 s,             PT0S"
    })
    void a_number_with_its_unit_or_iso_form_is_read(String text, Duration length) {
        assertThat(LengthOfTime.parse(text)).isEqualTo(length);
    }

    @ParameterizedTest
    @ValueSource(strings = {"15", " 15 ", "900000", "00", "1"})
    void a_number_alone_is_refused(String text) {
        assertThat(LengthOfTime.lacksUnit(text)).isTrue();
        assertThatThrownBy(() -> LengthOfTime.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "min",
                "soon",
                "15 parsecs",
                "1.5 h",
                "-5 min",
                "+5 min",
                "15,5 s",
                "1h30m",
                "P1Y",
                "PTx",
                "1_000 s",
                "1500 ns",
                "PT0.0005S",
                "99999999999999999999 d",
                "99999999999999999 d",
                "1 h 30"
            })
    void all_else_is_refused(String text) {
        assertThat(LengthOfTime.lacksUnit(text)).isFalse();
        assertThatThrownBy(() -> LengthOfTime.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
