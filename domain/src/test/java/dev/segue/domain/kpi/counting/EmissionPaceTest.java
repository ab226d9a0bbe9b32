package dev.segue.domain.kpi.counting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.domain.clock.Clocks;
import org.junit.jupiter.api.Test;

class EmissionPaceTest {

    private static final long FIVE_MIN = 5 * 60_000;

    private final EmissionPace pace = new EmissionPace(5_000);

    @Test
    void a_row_that_was_never_emitted_is_due_at_once() {
        assertThat(pace.dueAt(EmissionPace.NEVER, 7)).isEqualTo(7);
    }

    @Test
    void a_row_is_due_again_after_the_interval_or_at_once_when_that_has_passed() {
        assertThat(pace.dueAt(1_000, 2_000)).isEqualTo(6_000);
        assertThat(pace.dueAt(1_000, 6_001)).isEqualTo(6_001);
    }

    @Test
    void by_the_acceptance_clock_it_is_due_at_the_next_full_five_minutes() {
        assertThat(EmissionPace.dueOnClock(0)).isEqualTo(FIVE_MIN);
        assertThat(EmissionPace.dueOnClock(FIVE_MIN - 1)).isEqualTo(FIVE_MIN);
        assertThat(EmissionPace.dueOnClock(FIVE_MIN)).isEqualTo(2 * FIVE_MIN);
        assertThat(EmissionPace.isDueOnClock(2 * FIVE_MIN)).isTrue();
        assertThat(EmissionPace.isDueOnClock(2 * FIVE_MIN + 1)).isFalse();
    }

    @Test
    void a_clock_that_has_not_started_or_has_ended_makes_nothing_due() {
        assertThat(EmissionPace.dueOnClock(Clocks.NOT_STARTED)).isEqualTo(EmissionPace.NEVER);
        assertThat(EmissionPace.dueOnClock(Clocks.ENDED)).isEqualTo(EmissionPace.NEVER);
    }
}
