package dev.segue.domain.clock;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SilenceClockTest {

    private static final long STEP = SilenceClock.STEP_MS;

    private final SilenceClock clock = new SilenceClock(Feed.LIVE, 1_000_000);

    @Test
    void a_clock_that_advances_is_both_clocks() {
        assertThat(clock.at(500, 1_000_000)).isEqualTo(new Clocks(500, 500));
        assertThat(clock.at(600, 1_000_000 + STEP)).isEqualTo(new Clocks(600, 600));
    }

    @Test
    void silence_moves_the_closing_clock_only() {
        clock.at(500, 1_000_000);

        assertThat(clock.at(500, 1_000_000 + STEP)).isEqualTo(new Clocks(500, 500));
        assertThat(clock.at(500, 1_000_000 + STEP + 7)).isEqualTo(new Clocks(500, 507));
    }

    @Test
    void the_next_event_ends_the_silence() {
        clock.at(500, 1_000_000);
        clock.at(500, 2_000_000);

        assertThat(clock.at(501, 2_000_000)).isEqualTo(new Clocks(501, 501));
    }

    @Test
    void a_clock_that_has_not_started_notices_no_silence() {
        assertThat(clock.at(Clocks.NOT_STARTED, 9_000_000))
                .isEqualTo(new Clocks(Clocks.NOT_STARTED, Clocks.NOT_STARTED));
    }

    @Test
    void a_recording_knows_no_silence() {
        SilenceClock recorded = new SilenceClock(Feed.RECORDED, 1_000_000);

        assertThat(recorded.at(500, 1_000_000)).isEqualTo(new Clocks(500, 500));
        assertThat(recorded.at(500, 9_000_000)).isEqualTo(new Clocks(500, 500));
        assertThat(recorded.wallTimeOf(600, 9_000_000)).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void a_clock_that_ended_stays_there() {
        clock.at(Clocks.ENDED, 1_000_000);

        assertThat(clock.at(Clocks.ENDED, 9_000_000)).isEqualTo(new Clocks(Clocks.ENDED, Clocks.ENDED));
    }
}
