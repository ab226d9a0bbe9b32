package dev.segue.adapters.flink.accounting;

import dev.segue.domain.accounting.Health;
import dev.segue.domain.clock.Clocks;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.BoundedOneInput;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;

/**
 * An operator that accounts for what it takes in, and tells how it is doing at every checkpoint and at the end of input.
 *
 * @param <I> what it takes in
 * @param <O> what it emits
 */
public abstract class AccountingOperator<I, O> extends AbstractStreamOperator<O>
        implements OneInputStreamOperator<I, O>, BoundedOneInput {

    private static final long serialVersionUID = 1L;

    private static final long LAG_NOT_KNOWN = -1;

    private final String job;
    private final String stage;
    private final OutputTag<Health> healthTag;

    private transient CheckpointedLedger ledger;

    /**
     * One stage of a job.
     *
     * @param stage which part of the work this is, in business words; differs between the operators of a job
     * @param healthTag where its health goes
     */
    protected AccountingOperator(String job, String stage, OutputTag<Health> healthTag) {
        this.job = job;
        this.stage = stage;
        this.healthTag = healthTag;
    }

    @Override
    public void initializeState(StateInitializationContext context) throws Exception {
        super.initializeState(context);
        ledger = new CheckpointedLedger();
        ledger.open(context, getMetricGroup());
    }

    @Override
    public void prepareSnapshotPreBarrier(long checkpointId) {
        reportHealth(checkpointId);
    }

    @Override
    public void snapshotState(StateSnapshotContext context) throws Exception {
        super.snapshotState(context);
        ledger.snapshot();
    }

    @Override
    public void endInput() {
        reportHealth(Health.AT_END);
    }

    /** This subtask's part of the account. */
    protected final CheckpointedLedger ledger() {
        return ledger;
    }

    /** What time it is here; not started in a stage that keeps no clock. */
    protected Clocks clocks() {
        return Clocks.at(Clocks.NOT_STARTED);
    }

    /** From the append to the reading of the newest event, in milliseconds; -1 when not known. */
    protected long lagMs() {
        return LAG_NOT_KNOWN;
    }

    private void reportHealth(long checkpoint) {
        Clocks clocks = clocks();
        int subtask = getRuntimeContext().getTaskInfo().getIndexOfThisSubtask();
        Health health = new Health(
                job, stage, subtask, checkpoint, ledger.ledger(), clocks.acceptance(), clocks.closing(), lagMs());
        output.collect(healthTag, new StreamRecord<>(health));
    }
}
