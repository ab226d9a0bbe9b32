package dev.segue.adapters.flink.track;

import dev.segue.adapters.flink.accounting.AccountingTypes;
import dev.segue.adapters.flink.clock.ClockedOperator;
import dev.segue.domain.accounting.Health;
import dev.segue.domain.clock.Clocks;
import dev.segue.domain.kpi.track.SessionTracks;
import dev.segue.domain.kpi.track.TrackChange;
import dev.segue.domain.kpi.track.TrackUpdate;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.streaming.api.operators.InternalTimer;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;

/**
 * Stores what was last read of a session and of its plays, lets {@link SessionTracks} decide what a record changes, and purges
 * it when nothing more can come. Keyed by session id; the watermark is the acceptance clock of the topic that is behind.
 */
public final class SessionTracksOperator extends ClockedOperator<TrackUpdate, TrackChange> {

    private static final long serialVersionUID = 1L;

    /** Its health, at every checkpoint. Its input was counted upstream, so its own ledger stays empty. */
    public static final OutputTag<Health> HEALTH = new OutputTag<>("session-tracks-health", AccountingTypes.HEALTH);

    private static final String STAGE = "plays of sessions";

    private transient ValueState<SessionTracks> sessions;
    private transient StreamRecord<TrackChange> out;

    /**
     * An operator for one job.
     *
     * @param job the job's name, for its health
     */
    public SessionTracksOperator(String job) {
        super(job, STAGE, HEALTH, "session-tracks");
    }

    @Override
    public void open() throws Exception {
        super.open();
        sessions = getRuntimeContext().getState(new ValueStateDescriptor<>("tracks", TrackTypes.SESSION_TRACKS));
        out = new StreamRecord<>(null);
    }

    /** The timestamp of a record is its watermark; of one without, when it was read. */
    @Override
    public void processElement(StreamRecord<TrackUpdate> element) throws Exception {
        SessionTracks before = sessions.value();
        long writtenAt = element.hasTimestamp() ? element.getTimestamp() : Clocks.NOT_STARTED;
        SessionTracks.Applied applied = SessionTracks.apply(before, element.getValue(), writtenAt, acceptanceClock());
        collect(applied);
        SessionTracks after = applied.tracks();
        sessions.update(after);
        if (after != null && (before == null || after.nextOnClock() < before.nextOnClock())) {
            wakeAfter(after.nextOnClock());
        }
    }

    @Override
    public void onEventTime(InternalTimer<String, VoidNamespace> timer) throws Exception {
        SessionTracks before = sessions.value();
        if (before == null) {
            return;
        }
        SessionTracks.Applied aged = before.at(acceptanceClock());
        collect(aged);
        sessions.update(aged.tracks());
        if (aged.tracks() != null) {
            wakeAfter(aged.tracks().nextOnClock());
        }
    }

    private void collect(SessionTracks.Applied applied) {
        for (TrackChange change : applied.changes()) {
            output.collect(out.replace(change));
        }
    }

    /** A timer is left to fire too early rather than moved; none is set when no more time passes. */
    private void wakeAfter(long time) {
        if (time != Clocks.ENDED && acceptanceClock() != Clocks.ENDED) {
            timers().registerEventTimeTimer(VoidNamespace.INSTANCE, time + 1);
        }
    }

    /** None: while no plays are written its clock stands still, although nothing is behind. */
    @Override
    protected Clocks clocks() {
        return Clocks.at(Clocks.NOT_STARTED);
    }
}
