package dev.segue.domain.session;

import static dev.segue.domain.clock.Clocks.NOT_STARTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.segue.domain.clock.PartitionClocks;
import org.junit.jupiter.api.Test;

class PartitionClocksTest {

    private static final long MINUTE = 60_000;
    private static final long NINE = 9 * 60 * MINUTE;
    private static final long TEN = 10 * 60 * MINUTE;

    private final PartitionClocks<String> clocks = new PartitionClocks<>(MINUTE);

    @Test
    void knowsNoTimeBeforeAnyPartition() {
        assertThat(clocks.time()).isEqualTo(NOT_STARTED);
        assertThat(clocks.allIdle()).isTrue();
    }

    @Test
    void isTheNewestEventLessTheOutOfOrderness() {
        clocks.assigned("a");
        clocks.accepted("a", TEN);
        clocks.accepted("a", NINE);

        assertThat(clocks.time()).isEqualTo(TEN - MINUTE);
    }

    @Test
    void isTheMinimumOverPartitions() {
        clocks.assigned("a");
        clocks.assigned("b");
        clocks.accepted("a", TEN);
        clocks.accepted("b", NINE);

        assertThat(clocks.time()).isEqualTo(NINE - MINUTE);
    }

    @Test
    void waitsForAPartitionThatHasNotBeenHeard() {
        clocks.assigned("a");
        clocks.assigned("unread");
        clocks.accepted("a", TEN);

        assertThat(clocks.time()).isEqualTo(NOT_STARTED);
    }

    @Test
    void doesNotWaitForAnIdlePartition() {
        clocks.assigned("a");
        clocks.assigned("empty");
        clocks.accepted("a", TEN);
        clocks.idle("empty");

        assertThat(clocks.time()).isEqualTo(TEN - MINUTE);
        assertThat(clocks.allIdle()).isFalse();
    }

    @Test
    void waitsAgainForAPartitionThatCannotBeSaidToBeIdleAnyMore() {
        clocks.assigned("a");
        clocks.assigned("b");
        clocks.accepted("a", NINE);
        clocks.accepted("b", NINE);
        clocks.idle("b");
        clocks.accepted("a", TEN);
        assertThat(clocks.time()).isEqualTo(TEN - MINUTE);

        clocks.active("b");
        clocks.accepted("a", TEN + MINUTE);

        assertThat(clocks.time()).isEqualTo(TEN - MINUTE);
    }

    @Test
    void anEventWakesItsPartition() {
        clocks.assigned("a");
        clocks.assigned("b");
        clocks.accepted("a", TEN);
        clocks.idle("b");
        clocks.accepted("b", TEN + 2 * MINUTE);
        clocks.accepted("a", TEN + 5 * MINUTE);

        assertThat(clocks.time()).isEqualTo(TEN + MINUTE);
    }

    @Test
    void neverGoesBack() {
        clocks.assigned("a");
        clocks.accepted("a", TEN);
        assertThat(clocks.time()).isEqualTo(TEN - MINUTE);

        clocks.assigned("new");
        assertThat(clocks.time()).isEqualTo(TEN - MINUTE);
        clocks.accepted("new", NINE);
        assertThat(clocks.time()).isEqualTo(TEN - MINUTE);
    }

    @Test
    void inTotalSilenceIsThatOfTheNewestPartitionWhicheverFellSilentFirst() {
        clocks.assigned("a");
        clocks.assigned("b");
        clocks.accepted("a", TEN);
        clocks.accepted("b", NINE);
        clocks.idle("a");
        assertThat(clocks.time()).isEqualTo(NINE - MINUTE);

        clocks.idle("b");

        assertThat(clocks.allIdle()).isTrue();
        assertThat(clocks.time()).isEqualTo(TEN - MINUTE);
    }

    @Test
    void doesNotWaitForAPartitionThatIsFinished() {
        clocks.assigned("a");
        clocks.assigned("b");
        clocks.accepted("a", TEN);
        clocks.accepted("b", NINE);
        clocks.finished("b");

        assertThat(clocks.time()).isEqualTo(TEN - MINUTE);
    }

    @Test
    void aPartitionAssignedAgainStartsAnew() {
        clocks.assigned("a");
        clocks.assigned("b");
        clocks.accepted("b", TEN);
        clocks.assigned("b");
        clocks.accepted("a", TEN);

        assertThat(clocks.time()).isEqualTo(NOT_STARTED);
    }

    @Test
    void aPartitionThatWasReadBeforeGoesOnFromItsNewestEvent() {
        clocks.assigned("a", TEN);
        assertThat(clocks.time()).isEqualTo(TEN - MINUTE);

        clocks.accepted("a", NINE);
        assertThat(clocks.newest("a")).isEqualTo(TEN);
        clocks.accepted("a", TEN + MINUTE);
        assertThat(clocks.newest("a")).isEqualTo(TEN + MINUTE);
    }

    @Test
    void survivesTimesAtTheEdgeOfLong() {
        clocks.assigned("a");
        clocks.accepted("a", Long.MIN_VALUE + 1);
        assertThat(clocks.time()).isEqualTo(NOT_STARTED);

        clocks.accepted("a", Long.MAX_VALUE);
        assertThat(clocks.time()).isEqualTo(Long.MAX_VALUE - MINUTE);
    }

    @Test
    void refusesWhatItWasNeverTold() {
        assertThatThrownBy(() -> clocks.accepted("stranger", TEN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("partition stranger has not been assigned");
        assertThatThrownBy(() -> new PartitionClocks<>(-1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("outOfOrdernessMs must not be negative, but is -1");
    }
}
