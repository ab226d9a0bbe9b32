package dev.segue.adapters.flink.clock;

import dev.segue.domain.clock.Clocks;
import java.util.List;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.StateInitializationContext;

/** The acceptance clock of one subtask: Flink's watermark, but never before the restored time. */
public final class AcceptanceClock {

    private static final ListStateDescriptor<Long> STATE = new ListStateDescriptor<>("acceptance-clock", Types.LONG);

    private long restored = Clocks.NOT_STARTED;
    private ListState<Long> state;

    /** Restores the clock: every subtask gets the latest time that any subtask had reached. */
    public void open(StateInitializationContext context) throws Exception {
        state = context.getOperatorStateStore().getUnionListState(STATE);
        for (long time : state.get()) {
            restored = Math.max(restored, time);
        }
    }

    /** The time at the given watermark. */
    public long at(long watermark) {
        return Math.max(restored, watermark);
    }

    /** Writes the time to the state that the running checkpoint stores. */
    public void snapshot(long watermark) throws Exception {
        state.update(List.of(at(watermark)));
    }
}
