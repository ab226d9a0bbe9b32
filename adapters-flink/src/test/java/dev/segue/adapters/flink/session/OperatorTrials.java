package dev.segue.adapters.flink.session;

import dev.segue.domain.fixture.Delivery;
import dev.segue.domain.fixture.Histories;
import dev.segue.domain.proof.Coverage;
import dev.segue.domain.proof.Trial;
import java.util.List;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.StateBackend;
import org.apache.flink.runtime.state.hashmap.HashMapStateBackend;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;

/** Trials of the operator. Uses no test framework, so that it also runs where a mutated operator is loaded. */
public final class OperatorTrials {

    private OperatorTrials() {}

    /** The first failure among deliveries with seeds 0 to {@code seeds} - 1, on the heap; or null. */
    public static String firstObjection(int seeds) throws Exception {
        Coverage coverage = new Coverage();
        for (long seed = 0; seed < seeds; seed++) {
            String objection = objection(seed, new HashMapStateBackend(), coverage);
            if (objection != null) {
                return objection;
            }
        }
        return objectionWhenClocksDiffer();
    }

    /** Runs the delivery of one seed; returns the failure, or null. */
    static String objection(long seed, StateBackend backend, Coverage coverage) {
        Delivery delivery = Delivery.of(seed);
        try (OperatorStage stage = new OperatorStage(delivery.rules(), backend)) {
            Trial.hold(delivery, stage, coverage);
            return null;
        } catch (Exception | AssertionError e) {
            StackTraceElement where = e.getStackTrace()[0];
            return "seed " + seed + ": " + e + " (" + where + ")";
        }
    }

    /** A subtask restored from several gets the latest of their clocks. Whole deliveries keep all clocks equal. */
    private static String objectionWhenClocksDiffer() throws Exception {
        StateBackend backend = new HashMapStateBackend();
        OperatorSubtaskState[] parts = new OperatorSubtaskState[2];
        for (int i = 0; i < parts.length; i++) {
            try (SessionHarness subtask = SessionHarness.restored(Histories.SMALL_RULES, backend, null, 2, 2, i)) {
                subtask.clockReaches(1_000L + i);
                parts[i] = subtask.checkpoint(1);
            }
        }
        OperatorSubtaskState both = KeyedOneInputStreamOperatorTestHarness.repackageState(parts);
        try (SessionHarness operator = SessionHarness.restored(Histories.SMALL_RULES, backend, both, 2, 1, 0)) {
            operator.checkpoint(2);
            long clock = List.copyOf(operator.health()).get(0).acceptanceClock();
            return clock == 1_001 ? null : "the clock of 1000 and 1001 is " + clock;
        }
    }
}
