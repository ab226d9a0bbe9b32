package dev.segue.adapters.flink.clock;

import dev.segue.domain.clock.Clocks;
import java.util.List;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.StateInitializationContext;

/** The acceptance clock of one subtask: Flink's watermark, but never below what was restored. */
public final class AcceptanceClock {

    private static final ListStateDescriptor<Long> STATE = new ListStateDescriptor<>("acceptance-clock", Types.LONG);

    private long restored = Clocks.NOT_STARTED;
    private ListState<Long> state;

    /** Takes up the clock: every subtask the latest time that any of them had reached. */
    public void open(StateInitializationContext context) throws Exception {
        state = context.getOperatorStateStore().getUnionListState(STATE);
        for (long time : state.get()) {
            restored = Math.max(restored, time);
        }
    }

    /** The time, given the watermark. */
    public long at(long watermark) {
        return Math.max(restored, watermark);
    }

    /** Puts the time into the state that the checkpoint under way takes. */
    public void snapshot(long watermark) throws Exception {
        state.update(List.of(at(watermark)));
    }
}
