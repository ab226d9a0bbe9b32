package dev.segue.adapters.flink.kpi;

import dev.segue.adapters.flink.accounting.AccountingTypes;
import dev.segue.adapters.flink.clock.ClockedOperator;
import dev.segue.domain.accounting.Health;
import dev.segue.domain.clock.Clocks;
import dev.segue.domain.kpi.counting.BeforeImage;
import dev.segue.domain.kpi.counting.RowChange;
import dev.segue.domain.kpi.counting.SessionUpdate;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.streaming.api.operators.InternalTimer;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;

/**
 * Stores what was last counted of a session, lets {@link BeforeImage} decide what an update changes in which rows, and
 * purges it when nothing more can come. Keyed by session id; the watermark is the acceptance clock.
 */
public final class SessionImageOperator extends ClockedOperator<SessionUpdate, RowChange> {

    private static final long serialVersionUID = 1L;

    /** How this operator is doing, at every checkpoint. */
    public static final OutputTag<Health> HEALTH = new OutputTag<>("session-image-health", AccountingTypes.HEALTH);

    private static final String STAGE = "before images";

    private transient ValueState<BeforeImage> images;
    private transient StreamRecord<RowChange> out;

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
        images = getRuntimeContext().getState(new ValueStateDescriptor<>("image", KpiTypes.BEFORE_IMAGES));
        out = new StreamRecord<>(null);
    }

    @Override
    public void processElement(StreamRecord<SessionUpdate> element) throws Exception {
        BeforeImage before = images.value();
        BeforeImage.Applied applied = BeforeImage.apply(before, element.getValue(), acceptanceClock());
        ledger().count(applied.outcome());
        for (RowChange change : applied.changes()) {
            output.collect(out.replace(change));
        }
        BeforeImage after = applied.image();
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
        BeforeImage image = images.value();
        if (image == null) {
            return;
        }
        BeforeImage.Aged aged = image.at(acceptanceClock());
        for (RowChange change : aged.changes()) {
            output.collect(out.replace(change));
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
