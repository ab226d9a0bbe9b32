package dev.segue.adapters.flink.clock;

import dev.segue.adapters.flink.accounting.AccountingOperator;
import dev.segue.domain.accounting.Health;
import dev.segue.domain.clock.Clocks;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;
import org.apache.flink.streaming.api.operators.InternalTimer;
import org.apache.flink.streaming.api.operators.InternalTimerService;
import org.apache.flink.streaming.api.operators.Triggerable;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.util.OutputTag;

/**
 * An operator keyed by a text whose watermark is the acceptance clock: it has timers, and its clock never falls behind what
 * was restored.
 *
 * @param <I> what it takes in
 * @param <O> what it emits
 */
public abstract class ClockedOperator<I, O> extends AccountingOperator<I, O>
        implements Triggerable<String, VoidNamespace> {

    private static final long serialVersionUID = 1L;

    private final String timersName;

    private transient AcceptanceClock acceptanceClock;
    private transient InternalTimerService<VoidNamespace> timers;

    /** The watermark that is here, though some timers may not have heard of it yet. */
    private transient long reached;

    /**
     * One stage of a job.
     *
     * @param stage which part of the work this is, in business words; differs between the operators of a job
     * @param healthTag where its health goes
     * @param timersName under which its timers are found again in a savepoint
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
    }

    @Override
    public void open() throws Exception {
        super.open();
        timers = getInternalTimerService(timersName, VoidNamespaceSerializer.INSTANCE, this);
        reached = Long.MIN_VALUE;
    }

    @Override
    public void processWatermark(Watermark mark) throws Exception {
        reached = mark.getTimestamp();
        super.processWatermark(mark);
    }

    /** Who sets such timers says here what follows; nobody has to. */
    @Override
    public void onProcessingTime(InternalTimer<String, VoidNamespace> timer) throws Exception {
        throw new IllegalStateException("No wall-clock timer is ever set here.");
    }

    @Override
    public void snapshotState(StateSnapshotContext context) throws Exception {
        super.snapshotState(context);
        acceptanceClock.snapshot(watermark());
    }

    /** The timers of the current key. */
    protected final InternalTimerService<VoidNamespace> timers() {
        return timers;
    }

    /** The acceptance clock, in epoch milliseconds. */
    protected final long acceptanceClock() {
        return acceptanceClock.at(watermark());
    }

    /** In batch mode no watermark comes before the end, and only timers know the time, at the end of each key. */
    private long watermark() {
        return Math.max(reached, timers.currentWatermark());
    }

    /** The acceptance clock as it will be at a watermark. */
    protected final long acceptanceClockAt(long watermark) {
        return acceptanceClock.at(watermark);
    }

    /** Epoch milliseconds. */
    protected final long wallClock() {
        return getProcessingTimeService().getCurrentProcessingTime();
    }

    /** Without silence, unless an operator knows of some. */
    @Override
    protected Clocks clocks() {
        return Clocks.at(acceptanceClock());
    }
}
