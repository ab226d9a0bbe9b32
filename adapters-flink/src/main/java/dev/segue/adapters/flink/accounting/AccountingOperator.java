package dev.segue.adapters.flink.accounting;

import dev.segue.domain.accounting.Health;
import dev.segue.domain.clock.Clocks;
import org.apache.flink.api.common.TaskInfo;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.BoundedOneInput;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;

/**
 * An operator that keeps a ledger of its input and reports its health at every checkpoint and at the end of input.
 *
 * @param <I> input type
 * @param <O> output type
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
     * Creates one stage of a job.
     *
     * @param job the job's name, for the health report
     * @param stage which part of the work this is, in business terms; unique among the operators of a job
     * @param healthTag side output for health reports
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
        ledger.snapshot(context.getCheckpointId());
    }

    @Override
    public void notifyCheckpointComplete(long checkpoint) throws Exception {
        super.notifyCheckpointComplete(checkpoint);
        ledger.completed(checkpoint);
    }

    @Override
    public void endInput() {
        reportHealth(Health.AT_END);
    }

    /** This subtask's part of the ledger. */
    protected final CheckpointedLedger ledger() {
        return ledger;
    }

    /** The current clocks; not started in a stage that keeps no clock. */
    protected Clocks clocks() {
        return Clocks.at(Clocks.NOT_STARTED);
    }

    /** Milliseconds from the append to the reading of the newest event; -1 when not known. */
    protected long lagMs() {
        return LAG_NOT_KNOWN;
    }

    private void reportHealth(long checkpoint) {
        Clocks clocks = clocks();
        TaskInfo task = getRuntimeContext().getTaskInfo();
        Health health = new Health(
                job,
                stage,
                task.getIndexOfThisSubtask(),
                task.getNumberOfParallelSubtasks(),
                checkpoint,
                ledger.ledger(),
                clocks.acceptance(),
                clocks.closing(),
                lagMs());
        output.collect(healthTag, new StreamRecord<>(health));
    }
}
