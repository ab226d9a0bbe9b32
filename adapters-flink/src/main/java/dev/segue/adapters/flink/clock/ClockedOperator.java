package dev.segue.adapters.flink.clock;

import dev.segue.adapters.flink.accounting.AccountingOperator;
import dev.segue.adapters.flink.accounting.SegueMetrics;
import dev.segue.domain.accounting.Health;
import dev.segue.domain.clock.Clocks;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;
import org.apache.flink.streaming.api.operators.InternalTimer;
import org.apache.flink.streaming.api.operators.InternalTimerService;
import org.apache.flink.streaming.api.operators.Triggerable;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;

/**
 * An operator keyed by a string whose watermark is the acceptance clock: it has timers, and its clock never falls
 * behind the restored time.
 *
 * @param <I> input type
 * @param <O> output type
 */
public abstract class ClockedOperator<I, O> extends AccountingOperator<I, O>
        implements Triggerable<String, VoidNamespace> {

    private static final long serialVersionUID = 1L;

    private final String timersName;

    private transient AcceptanceClock acceptanceClock;
    private transient OutputWatermark outputWatermark;
    private transient InternalTimerService<VoidNamespace> timers;

    /** The latest watermark that arrived; not all timers may have been advanced to it yet. */
    private transient long reached;

    /**
     * Creates one stage of a job.
     *
     * @param job the job's name, for the health report
     * @param stage which part of the work this is, in business terms; unique among the operators of a job
     * @param healthTag side output for health reports
     * @param timersName identifies its timers in a savepoint
     */
    protected ClockedOperator(String job, String stage, OutputTag<Health> healthTag, String timersName) {
        super(job, stage, healthTag);
        this.timersName = timersName;
    }

    @Override
    public void initializeState(StateInitializationContext context) throws Exception {
        super.initializeState(context);
        acceptanceClock = new AcceptanceClock();
        acceptanceClock.open(context);
        outputWatermark = new OutputWatermark(acceptanceClock.at(Clocks.NOT_STARTED));
    }

    @Override
    public void open() throws Exception {
        super.open();
        timers = getInternalTimerService(timersName, VoidNamespaceSerializer.INSTANCE, this);
        reached = Long.MIN_VALUE;
        MetricGroup metrics = SegueMetrics.of(getMetricGroup());
        metrics.gauge("acceptanceClock", () -> SegueMetrics.clock(acceptanceClock.at(reached)));
        metrics.gauge("acceptanceClockLag", () -> wallClock() - SegueMetrics.clock(acceptanceClock.at(reached)));
    }

    @Override
    public void processWatermark(Watermark mark) throws Exception {
        reached = mark.getTimestamp();
        super.processWatermark(mark);
    }

    /** Operators that set wall-clock timers override this; others need not. */
    @Override
    public void onProcessingTime(InternalTimer<String, VoidNamespace> timer) throws Exception {
        throw new IllegalStateException("This operator never sets wall-clock timers.");
    }

    @Override
    public void snapshotState(StateSnapshotContext context) throws Exception {
        super.snapshotState(context);
        acceptanceClock.snapshot(watermark());
        outputWatermark.begun(context.getCheckpointId(), acceptanceClock());
    }

    @Override
    public void notifyCheckpointComplete(long checkpoint) throws Exception {
        super.notifyCheckpointComplete(checkpoint);
        outputWatermark.completed(checkpoint);
    }

    /** Emits a result, with the {@link OutputWatermark} as its timestamp; before the first checkpoint without one. */
    protected final void emit(StreamRecord<O> record, O result) {
        long watermark = outputWatermark.time();
        if (watermark == Clocks.NOT_STARTED) {
            record.eraseTimestamp();
            output.collect(record.replace(result));
        } else {
            output.collect(record.replace(result, watermark));
        }
    }

    /** The timers of the current key. */
    protected final InternalTimerService<VoidNamespace> timers() {
        return timers;
    }

    /** The acceptance clock, in epoch milliseconds. */
    protected final long acceptanceClock() {
        return acceptanceClock.at(watermark());
    }

    /** In batch mode there is no watermark before the end; at the end of each key only the timers know the time. */
    private long watermark() {
        return Math.max(reached, timers.currentWatermark());
    }

    /** The acceptance clock at a given watermark. */
    protected final long acceptanceClockAt(long watermark) {
        return acceptanceClock.at(watermark);
    }

    /** In epoch milliseconds. */
    protected final long wallClock() {
        return getProcessingTimeService().getCurrentProcessingTime();
    }

    /** Ignores silence, unless an operator overrides this. */
    @Override
    protected Clocks clocks() {
        return Clocks.at(acceptanceClock());
    }
}
