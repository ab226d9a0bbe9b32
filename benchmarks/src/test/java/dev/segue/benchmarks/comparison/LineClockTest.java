package dev.segue.benchmarks.comparison;

import static dev.segue.domain.fixture.Events.aSearch;
import static dev.segue.domain.fixture.Times.at;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LineClockTest {

    /** Enough partitions that two listeners hardly share one. */
    private final LineClock clock = new LineClock(1_000);

    @Test
    void is_a_minute_behind_the_newest_event() {
        assertThat(after("anna", "09:00:00", "09:00:01")).isEqualTo(at("08:59:00"));
        assertThat(after("anna", "08:00:00", "09:00:02")).isEqualTo(at("08:59:00"));
    }

    @Test
    void waits_for_a_partition_until_nothing_has_arrived_there_for_a_minute() {
        after("ben", "08:30:00", "09:00:00");

        assertThat(after("anna", "09:00:00", "09:01:00")).isEqualTo(at("08:29:00"));
        assertThat(after("anna", "09:00:00", "09:01:00.001")).isEqualTo(at("08:59:00"));
    }

    private long after(String listener, String occurred, String arrives) {
        return clock.after(new Arrived(aSearch().by(listener).at(occurred).build(), at(arrives)));
    }
}
