package dev.segue.domain.clock;

import static dev.segue.domain.clock.Clocks.NOT_STARTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PartitionClocksTest {

    private static final long MINUTE = 60_000;
    private static final long NINE = 9 * 60 * MINUTE;
    private static final long TEN = 10 * 60 * MINUTE;

    private final PartitionClocks<String> clocks = new PartitionClocks<>(MINUTE);

    @Test
    void knows_no_time_before_any_partition() {
        assertThat(clocks.time()).isEqualTo(NOT_STARTED);
        assertThat(clocks.allIdle()).isTrue();
    }

    @Test
    void is_the_newest_event_less_the_out_of_orderness() {
        clocks.assigned("a");
        clocks.observe("a", TEN);
        clocks.observe("a", NINE);

        assertThat(clocks.time()).isEqualTo(TEN - MINUTE);
    }

    @Test
    void is_the_minimum_over_partitions() {
        clocks.assigned("a");
        clocks.assigned("b");
        clocks.observe("a", TEN);
        clocks.observe("b", NINE);

        assertThat(clocks.time()).isEqualTo(NINE - MINUTE);
    }

    @Test
    void waits_for_a_partition_that_has_not_been_accepted() {
        clocks.assigned("a");
        clocks.assigned("unread");
        clocks.observe("a", TEN);

        assertThat(clocks.time()).isEqualTo(NOT_STARTED);
    }

    @Test
    void does_not_wait_for_an_idle_partition() {
        clocks.assigned("a");
        clocks.assigned("empty");
        clocks.observe("a", TEN);
        clocks.idle("empty");

        assertThat(clocks.time()).isEqualTo(TEN - MINUTE);
        assertThat(clocks.allIdle()).isFalse();
    }

    @Test
    void an_idle_partition_counts_with_the_time_of_all_that_was_read() {
        clocks.assigned("a");
        clocks.observe("a", NINE);
        clocks.observeOnceAllIsRead("a", TEN);
        clocks.observeOnceAllIsRead("a", NINE);
        assertThat(clocks.time()).isEqualTo(NINE - MINUTE);

        clocks.idle("a");

        assertThat(clocks.newest("a")).isEqualTo(TEN);
        assertThat(clocks.time()).isEqualTo(TEN - MINUTE);
    }

    @Test
    void what_counts_once_all_is_read_is_restored() {
        clocks.assigned("a");
        clocks.observeOnceAllIsRead("a", TEN);
        assertThat(clocks.onceAllIsRead("a")).isEqualTo(TEN);

        clocks.assigned("a", NINE, clocks.onceAllIsRead("a"));
        assertThat(clocks.time()).isEqualTo(NINE - MINUTE);

        clocks.idle("a");
        assertThat(clocks.time()).isEqualTo(TEN - MINUTE);
    }

    @Test
    void waits_again_for_a_partition_that_cannot_be_said_to_be_idle_any_more() {
        clocks.assigned("a");
        clocks.assigned("b");
        clocks.observe("a", NINE);
        clocks.observe("b", NINE);
        clocks.idle("b");
        clocks.observe("a", TEN);
        assertThat(clocks.time()).isEqualTo(TEN - MINUTE);

        clocks.active("b");
        clocks.observe("a", TEN + MINUTE);

        assertThat(clocks.time()).isEqualTo(TEN - MINUTE);
    }

    @Test
    void an_event_wakes_its_partition() {
        clocks.assigned("a");
        clocks.assigned("b");
        clocks.observe("a", TEN);
        clocks.idle("b");
        clocks.observe("b", TEN + 2 * MINUTE);
        clocks.observe("a", TEN + 5 * MINUTE);

        assertThat(clocks.time()).isEqualTo(TEN + MINUTE);
    }

    @Test
    void never_goes_back() {
        clocks.assigned("a");
        clocks.observe("a", TEN);
        assertThat(clocks.time()).isEqualTo(TEN - MINUTE);

        clocks.assigned("new");
        assertThat(clocks.time()).isEqualTo(TEN - MINUTE);
        clocks.observe("new", NINE);
        assertThat(clocks.time()).isEqualTo(TEN - MINUTE);
    }

    @Test
    void in_total_silence_is_that_of_the_newest_partition_whichever_was_superseded_silent_first() {
        clocks.assigned("a");
        clocks.assigned("b");
        clocks.observe("a", TEN);
        clocks.observe("b", NINE);
        clocks.idle("a");
        assertThat(clocks.time()).isEqualTo(NINE - MINUTE);

        clocks.idle("b");

        assertThat(clocks.allIdle()).isTrue();
        assertThat(clocks.time()).isEqualTo(TEN - MINUTE);
    }

    @Test
    void does_not_wait_for_a_partition_that_is_finished() {
        clocks.assigned("a");
        clocks.assigned("b");
        clocks.observe("a", TEN);
        clocks.observe("b", NINE);
        clocks.finished("b");

        assertThat(clocks.time()).isEqualTo(TEN - MINUTE);
    }

    @Test
    void a_partition_assigned_again_starts_anew() {
        clocks.assigned("a");
        clocks.assigned("b");
        clocks.observe("b", TEN);
        clocks.assigned("b");
        clocks.observe("a", TEN);

        assertThat(clocks.time()).isEqualTo(NOT_STARTED);
    }

    @Test
    void a_partition_that_was_read_before_goes_on_from_its_newest_event() {
        clocks.assigned("a", TEN, NOT_STARTED);
        assertThat(clocks.time()).isEqualTo(TEN - MINUTE);

        clocks.observe("a", NINE);
        assertThat(clocks.newest("a")).isEqualTo(TEN);
        clocks.observe("a", TEN + MINUTE);
        assertThat(clocks.newest("a")).isEqualTo(TEN + MINUTE);
    }

    @Test
    void survives_times_at_the_edge_of_long() {
        clocks.assigned("a");
        clocks.observe("a", Long.MIN_VALUE + 1);
        assertThat(clocks.time()).isEqualTo(NOT_STARTED);

        clocks.observe("a", Long.MAX_VALUE);
        assertThat(clocks.time()).isEqualTo(Long.MAX_VALUE - MINUTE);
    }

    @Test
    void refuses_what_it_was_never_emitted() {
        assertThatThrownBy(() -> clocks.observe("stranger", TEN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("partition stranger has not been assigned");
        assertThatThrownBy(() -> new PartitionClocks<>(-1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("outOfOrdernessMs must not be negative, but is -1");
    }
}
