package dev.segue.adapters.flink.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.adapters.flink.backend.Backends;
import dev.segue.domain.fixture.Seeds;
import dev.segue.domain.proof.Coverage;
import org.apache.flink.runtime.state.StateBackend;
import org.apache.flink.runtime.state.hashmap.HashMapStateBackend;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * However a history is delivered, and wherever the operator is stopped, restored from a checkpoint and rescaled, it
 * emits what the batch reference finds. Repeat a single delivery with {@code -Dsegue.seed=<its seed>}.
 */
@Execution(ExecutionMode.CONCURRENT)
class OperatorTrialsTest {

    @Test
    void nothing_can_be_objected_to_on_the_heap() {
        assertThatNothingCanBeObjectedTo(300, 3, new HashMapStateBackend());
    }

    @Test
    void nothing_can_be_objected_to_on_rocks_db() {
        assertThatNothingCanBeObjectedTo(20, 0, Backends.rocksDb());
    }

    @Test
    void nothing_can_be_objected_to_on_rocks_db_with_timers_on_the_heap() {
        assertThatNothingCanBeObjectedTo(10, 0, Backends.rocksDbWithTimersOnTheHeap());
    }

    private static void assertThatNothingCanBeObjectedTo(int seeds, int least, StateBackend backend) {
        Coverage coverage = new Coverage();
        for (long seed : Seeds.upTo(seeds)) {
            assertThat(OperatorTrials.objection(seed, backend, coverage)).isNull();
        }
        if (!Seeds.isOne()) {
            assertThat(coverage.below(least)).as("too rare among %s", coverage).isEmpty();
        }
    }
}
