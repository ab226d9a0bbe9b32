package dev.segue.adapters.flink.accounting;

import java.util.List;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.runtime.state.StateInitializationContext;

/**
 * Counts something in keyed state, as a metric, so that nobody has to go through the state to count it. It is in operator
 * state itself; after rescaling, only the sum over all subtasks is right.
 */
public final class CheckpointedCount {

    private final String name;
    private long count;
    private ListState<Long> state;

    /**
     * Counts nothing yet.
     *
     * @param name of the metric, and of the operator state
     */
    public CheckpointedCount(String name) {
        this.name = name;
    }

    /** Restores the count, and registers the metric. */
    public void open(StateInitializationContext context, MetricGroup operator) throws Exception {
        state = context.getOperatorStateStore().getListState(new ListStateDescriptor<>(name, Types.LONG));
        count = 0;
        for (long part : state.get()) {
            count += part;
        }
        SegueMetrics.of(operator).gauge(name, () -> count);
    }

    /** Counts more, or less if negative. */
    public void add(long more) {
        count += more;
    }

    /** Writes the count to the state that the running checkpoint stores. */
    public void snapshot() throws Exception {
        state.update(List.of(count));
    }
}
