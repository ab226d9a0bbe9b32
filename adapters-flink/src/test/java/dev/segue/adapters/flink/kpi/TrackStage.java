package dev.segue.adapters.flink.kpi;

import dev.segue.adapters.flink.track.SessionTracksOperator;
import dev.segue.adapters.flink.track.TrackKpisOperator;
import dev.segue.adapters.flink.track.TrackTypes;
import dev.segue.domain.clock.Clocks;
import dev.segue.domain.kpi.KpiKey;
import dev.segue.domain.kpi.counting.KpiRules;
import dev.segue.domain.kpi.counting.SessionUpdate;
import dev.segue.domain.kpi.track.TrackChange;
import dev.segue.domain.kpi.track.TrackKpis;
import dev.segue.domain.kpi.track.TrackRules;
import dev.segue.domain.kpi.track.TrackUpdate;
import dev.segue.domain.session.Change;
import dev.segue.domain.session.Change.PlaysGone;
import dev.segue.domain.session.Change.PlaysOfSession;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;

/** The operators of track KPIs one after the other, with controlled clocks and crashes, and all that was emitted. */
public final class TrackStage implements AutoCloseable {

    private final KpiRules rules;
    private final TrackRules trackRules;
    private final Map<KpiKey, TrackKpis> emitted = new HashMap<>();
    private final KeyedStage<TrackUpdate, TrackChange> sessions;
    private final KeyedStage<TrackChange, TrackKpis> kpis;

    private OneInputStreamOperatorTestHarness<Change, SessionUpdate> follow;
    private OperatorSubtaskState followed;
    private int parallelism = 1;
    private long wallTime;
    private long checkpoints;
    private long latest = Clocks.NOT_STARTED;
    private int emissions;

    TrackStage(KpiRules rules, TrackRules trackRules) throws Exception {
        this.rules = rules;
        this.trackRules = trackRules;
        sessions = new KeyedStage<>(
                TrackTypes.TRACK_CHANGES, update -> update.sessionId().value()) {
            @Override
            OneInputStreamOperator<TrackUpdate, TrackChange> operator() {
                return new SessionTracksOperator("playlists");
            }
        };
        kpis = new KeyedStage<>(TrackTypes.TRACK_KPIS, change -> change.key().text()) {
            @Override
            OneInputStreamOperator<TrackChange, TrackKpis> operator() {
                return new TrackKpisOperator("playlists", rules, trackRules);
            }
        };
        open();
    }

    public KpiRules rules() {
        return rules;
    }

    private void open() throws Exception {
        follow = new OneInputStreamOperatorTestHarness<>(new FollowOperator(rules));
        follow.setup(KpiTypes.SESSION_UPDATES.createSerializer(new SerializerConfigImpl()));
        if (followed != null) {
            follow.initializeState(followed);
        }
        follow.open();
        sessions.open(parallelism);
        kpis.open(parallelism);
    }

    /** Receives a record of either topic. */
    void receives(Change change, long watermark) throws Exception {
        if (change instanceof PlaysOfSession || change instanceof PlaysGone) {
            sessions.process(TrackUpdate.of(change, trackRules.listening()), watermark);
        } else {
            follow.processElement(change, watermark);
            for (SessionUpdate update : follow.extractOutputValues()) {
                sessions.process(TrackUpdate.of(update), watermark);
            }
            follow.getOutput().clear();
        }
        passOn();
    }

    void clockReaches(long time) throws Exception {
        latest = Math.max(latest, time);
        sessions.watermark(time);
        passOn();
        kpis.watermark(time);
        note();
    }

    /** The latest that the clock ever showed. */
    long latest() {
        return latest;
    }

    /** Lets so much time pass that all that has changed is emitted. */
    void quiet() throws Exception {
        wallClockGoesOn(2 * trackRules.emitEveryMs());
    }

    void wallClockGoesOn(long ms) throws Exception {
        wallTime += ms;
        kpis.wallTime(wallTime);
        note();
    }

    void checkpoint() throws Exception {
        checkpoints++;
        followed = follow.snapshot(checkpoints, 0);
        sessions.checkpoint(checkpoints);
        kpis.checkpoint(checkpoints);
    }

    void restart(int newParallelism) throws Exception {
        close();
        parallelism = newParallelism;
        open();
    }

    private void passOn() throws Exception {
        for (TrackChange change : sessions.output()) {
            kpis.process(change, 0);
        }
        note();
    }

    private void note() {
        for (TrackKpis some : kpis.output()) {
            emitted.put(some.key(), some);
            emissions++;
        }
    }

    /** The last that was emitted of every subject and week. */
    public Map<KpiKey, TrackKpis> emitted() {
        return emitted;
    }

    /** How often track KPIs were emitted. */
    public int emissions() {
        return emissions;
    }

    /** How many entries of keyed state and timers are left. */
    int remains() {
        return sessions.remains() + kpis.remains();
    }

    @Override
    public void close() throws Exception {
        follow.close();
        sessions.close();
        kpis.close();
    }
}
