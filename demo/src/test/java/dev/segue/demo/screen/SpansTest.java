package dev.segue.demo.screen;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SpansTest {

    private static final long MINUTE = 60_000;
    private static final long HOUR = 60 * MINUTE;

    @Test
    void says_a_length_in_its_two_largest_units() {
        assertThat(Spans.inWords(-5)).isEqualTo("0 s");
        assertThat(Spans.inWords(59_999)).isEqualTo("59 s");
        assertThat(Spans.inWords(MINUTE)).isEqualTo("1 min");
        assertThat(Spans.inWords(HOUR - 1)).isEqualTo("59 min 59 s");
        assertThat(Spans.inWords(26 * HOUR + 12 * MINUTE)).isEqualTo("1 d 2 h");
    }

    @Test
    void says_the_length_of_a_session_in_whole_minutes() {
        assertThat(Spans.inMinutes(41 * MINUTE + 30_000)).isEqualTo("42 min");
        assertThat(Spans.inMinutes(72 * MINUTE)).isEqualTo("1 h 12 min");
    }

    @Test
    void shows_a_stopwatch() {
        assertThat(Spans.onAStopwatch(65_999)).isEqualTo("1:05");
        assertThat(Spans.onAStopwatch(HOUR)).isEqualTo("60:00");
    }
}
