package dev.segue.adapters.flink.kpi;

import dev.segue.adapters.flink.accounting.AccountingTypes;
import dev.segue.adapters.flink.clock.ClockedOperator;
import dev.segue.domain.accounting.Health;
import dev.segue.domain.clock.Clocks;
import dev.segue.domain.kpi.Difference;
import dev.segue.domain.kpi.LastImage;
import dev.segue.domain.kpi.SessionUpdate;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.streaming.api.operators.InternalTimer;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;

/**
 * Keeps the last that was counted of a session, lets {@link LastImage} decide what news of it changes in which rows, and
 * forgets it when nothing more can come. Keyed by session id; the watermark is the acceptance clock.
 */
public final class SessionImageOperator extends ClockedOperator<SessionUpdate, Difference> {

    private static final long serialVersionUID = 1L;

    /** How this operator is doing, at every checkpoint. */
    public static final OutputTag<Health> HEALTH = new OutputTag<>("session-image-health", AccountingTypes.HEALTH);

    private static final String STAGE = "last images";

    private transient ValueState<LastImage> images;
    private transient StreamRecord<Difference> out;

    /**
     * An operator for one job.
     *
     * @param job the job's name, for its health
     */
    public SessionImageOperator(String job) {
        super(job, STAGE, HEALTH, "images");
    }

    @Override
    public void open() throws Exception {
        super.open();
        images = getRuntimeContext().getState(new ValueStateDescriptor<>("image", KpiTypes.LAST_IMAGES));
        out = new StreamRecord<>(null);
    }

    @Override
    public void processElement(StreamRecord<SessionUpdate> element) throws Exception {
        LastImage before = images.value();
        LastImage.Applied applied = LastImage.apply(before, element.getValue(), acceptanceClock());
        ledger().count(applied.outcome());
        for (Difference difference : applied.differences()) {
            output.collect(out.replace(difference));
        }
        LastImage after = applied.image();
        if (after == null || after.equals(before)) {
            return;
        }
        images.update(after);
        if (before == null || before.isOpen()) {
            wakeAfter(after.retainedUntil());
        }
    }

    @Override
    public void onEventTime(InternalTimer<String, VoidNamespace> timer) throws Exception {
        LastImage image = images.value();
        if (image == null) {
            return;
        }
        LastImage.Aged aged = image.at(acceptanceClock());
        for (Difference difference : aged.differences()) {
            output.collect(out.replace(difference));
        }
        images.update(aged.image());
        if (aged.image() != null) {
            wakeAfter(aged.image().retainedUntil());
        }
    }

    /** There is one timer at a time, left to fire too early rather than moved; none when no more time passes. */
    private void wakeAfter(long time) {
        if (time != Clocks.ENDED && acceptanceClock() != Clocks.ENDED) {
            timers().registerEventTimeTimer(VoidNamespace.INSTANCE, time + 1);
        }
    }
}
