package dev.segue.adapters.flink.kpi;

import dev.segue.adapters.flink.account.CheckpointedAccount;
import dev.segue.adapters.flink.clock.AcceptanceClock;
import dev.segue.adapters.flink.type.SegueTypes;
import dev.segue.domain.account.Health;
import dev.segue.domain.kpi.Difference;
import dev.segue.domain.kpi.LastImage;
import dev.segue.domain.kpi.SessionNews;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.BoundedOneInput;
import org.apache.flink.streaming.api.operators.InternalTimer;
import org.apache.flink.streaming.api.operators.InternalTimerService;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.operators.Triggerable;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;

/**
 * Keeps the last that was counted of a session, lets {@link LastImage} decide what news of it changes in which rows, and
 * forgets it when nothing more can come. Keyed by session id; the watermark is the acceptance clock.
 */
public final class SessionImageOperator extends AbstractStreamOperator<Difference>
        implements OneInputStreamOperator<SessionNews, Difference>,
                Triggerable<String, VoidNamespace>,
                BoundedOneInput {

    private static final long serialVersionUID = 1L;

    /** How this operator is doing, at every checkpoint. */
    public static final OutputTag<Health> HEALTH = new OutputTag<>("session-image-health", SegueTypes.HEALTH);

    private static final String STAGE = "last images";
    private static final long NO_LAG = -1;

    private final String job;

    private transient CheckpointedAccount account;
    private transient AcceptanceClock acceptanceClock;
    private transient ValueState<LastImage> images;
    private transient InternalTimerService<VoidNamespace> timers;
    private transient StreamRecord<Difference> out;

    /**
     * An operator for one job.
     *
     * @param job the job's name, for its health
     */
    public SessionImageOperator(String job) {
        this.job = job;
    }

    @Override
    public void initializeState(StateInitializationContext context) throws Exception {
        super.initializeState(context);
        account = new CheckpointedAccount();
        account.open(context, getMetricGroup());
        acceptanceClock = new AcceptanceClock();
        acceptanceClock.open(context);
    }

    @Override
    public void open() throws Exception {
        super.open();
        images = getRuntimeContext().getState(new ValueStateDescriptor<>("image", SegueTypes.LAST_IMAGES));
        timers = getInternalTimerService("images", VoidNamespaceSerializer.INSTANCE, this);
        out = new StreamRecord<>(null);
    }

    @Override
    public void processElement(StreamRecord<SessionNews> element) throws Exception {
        LastImage before = images.value();
        LastImage.Applied applied = LastImage.apply(before, element.getValue(), clock());
        account.count(applied.outcome());
        for (Difference difference : applied.differences()) {
            output.collect(out.replace(difference));
        }
        LastImage after = applied.image();
        if (after == null || after.equals(before)) {
            return;
        }
        images.update(after);
        if (!after.isOpen() && (before == null || before.isOpen())) {
            wakeAfter(after.keptUntil());
        }
    }

    @Override
    public void onEventTime(InternalTimer<String, VoidNamespace> timer) throws Exception {
        LastImage image = images.value();
        if (image == null) {
            return;
        }
        LastImage kept = image.at(clock());
        images.update(kept);
        if (kept != null && !kept.isOpen()) {
            wakeAfter(kept.keptUntil());
        }
    }

    @Override
    public void onProcessingTime(InternalTimer<String, VoidNamespace> timer) {
        throw new IllegalStateException("No wall-clock timer is ever set here.");
    }

    @Override
    public void prepareSnapshotPreBarrier(long checkpointId) {
        reportHealth(checkpointId);
    }

    @Override
    public void snapshotState(StateSnapshotContext context) throws Exception {
        super.snapshotState(context);
        account.snapshot();
        acceptanceClock.snapshot(timers.currentWatermark());
    }

    @Override
    public void endInput() {
        reportHealth(Health.AT_END);
    }

    private long clock() {
        return acceptanceClock.at(timers.currentWatermark());
    }

    /** There is one timer at a time of a session that is closed, left to fire too early rather than moved. */
    private void wakeAfter(long time) {
        if (time != Long.MAX_VALUE) {
            timers.registerEventTimeTimer(VoidNamespace.INSTANCE, time + 1);
        }
    }

    private void reportHealth(long checkpoint) {
        int subtask = getRuntimeContext().getTaskInfo().getIndexOfThisSubtask();
        Health health = new Health(job, STAGE, subtask, checkpoint, account.account(), clock(), clock(), NO_LAG);
        output.collect(HEALTH, new StreamRecord<>(health));
    }
}
