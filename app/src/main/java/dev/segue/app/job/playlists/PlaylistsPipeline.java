package dev.segue.app.job.playlists;

import dev.segue.adapters.flink.intake.ReceptionOperator;
import dev.segue.adapters.flink.kpi.FollowOperator;
import dev.segue.adapters.flink.kpi.KpiRowOperator;
import dev.segue.adapters.flink.kpi.KpiTypes;
import dev.segue.adapters.flink.kpi.SessionImageOperator;
import dev.segue.adapters.flink.session.SessionTypes;
import dev.segue.adapters.flink.track.SessionTracksOperator;
import dev.segue.adapters.flink.track.TrackKpisOperator;
import dev.segue.adapters.flink.track.TrackTypes;
import dev.segue.domain.accounting.Received;
import dev.segue.domain.kpi.KpiRow;
import dev.segue.domain.kpi.counting.KpiRules;
import dev.segue.domain.kpi.counting.RowChange;
import dev.segue.domain.kpi.counting.SessionUpdate;
import dev.segue.domain.kpi.track.TrackChange;
import dev.segue.domain.kpi.track.TrackKpis;
import dev.segue.domain.kpi.track.TrackRules;
import dev.segue.domain.kpi.track.TrackUpdate;
import dev.segue.domain.listening.ListeningRules;
import dev.segue.domain.session.Change;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/** From records of sessions and plays to KPI rows and track KPIs: the same functions for the live job and for tests. */
public final class PlaylistsPipeline {

    private final KpiRules rules;
    private final String job;

    /**
     * A pipeline of one job.
     *
     * @param rules what is followed, and how rows are emitted
     * @param job the job's name, for its health
     */
    public PlaylistsPipeline(KpiRules rules, String job) {
        this.rules = rules;
        this.job = job;
    }

    /**
     * Defines the way from sessions to KPI rows.
     *
     * @param received what was read, its watermark being the acceptance clock
     */
    public KpiStreams kpis(DataStream<Received<Change>> received) {
        SingleOutputStreamOperator<Change> changes = received.transform(
                        "count, reject",
                        SessionTypes.CHANGES,
                        ReceptionOperator.<Change>passingThrough(job, "read sessions"))
                .uid("reception")
                .setParallelism(received.getParallelism());
        DataStream<SessionUpdate> updates = changes.transform(
                        "decide what is followed", KpiTypes.SESSION_UPDATES, new FollowOperator(rules))
                .uid("followed")
                .setParallelism(1);
        SingleOutputStreamOperator<RowChange> rowChanges = updates.keyBy(
                        update -> update.sessionId().value(), Types.STRING)
                .transform("what a revision changes", KpiTypes.ROW_CHANGES, new SessionImageOperator(job))
                .uid("before-images");
        SingleOutputStreamOperator<KpiRow> rows = rowChanges
                .keyBy(change -> change.key().text(), Types.STRING)
                .transform("KPI rows", KpiTypes.KPI_ROWS, new KpiRowOperator(job, rules))
                .uid("kpi-rows");
        return new KpiStreams(
                updates,
                rows,
                changes.getSideOutput(ReceptionOperator.DEAD_LETTERS),
                changes.getSideOutput(ReceptionOperator.HEALTH)
                        .union(
                                rowChanges.getSideOutput(SessionImageOperator.HEALTH),
                                rows.getSideOutput(KpiRowOperator.HEALTH)));
    }

    /**
     * Defines the way from plays to track KPIs. It branches off from the way of the sessions, and nothing comes back: KPI rows
     * wait for no plays.
     *
     * @param updates what {@link #kpis} makes of sessions
     * @param received what was read of plays, its watermark being the acceptance clock
     * @param trackRules how many tracks are counted, and how
     */
    public TrackStreams tracks(
            DataStream<SessionUpdate> updates, DataStream<Received<Change>> received, TrackRules trackRules) {
        SingleOutputStreamOperator<Change> plays = received.transform(
                        "count, reject plays",
                        SessionTypes.CHANGES,
                        ReceptionOperator.<Change>accepting(job, "read plays"))
                .uid("reception-of-plays")
                .setParallelism(received.getParallelism());
        DataStream<TrackUpdate> ofSessions = updates.map(TrackUpdate::of, TrackTypes.TRACK_UPDATES)
                .name("what tracks need of a session")
                .uid("tracks-of-sessions")
                .setParallelism(updates.getParallelism());
        ListeningRules listening = trackRules.listening();
        DataStream<TrackUpdate> ofPlays = plays.map(
                        change -> TrackUpdate.of(change, listening), TrackTypes.TRACK_UPDATES)
                .name("what tracks need of plays")
                .uid("tracks-of-plays")
                .setParallelism(plays.getParallelism());
        SingleOutputStreamOperator<TrackChange> changes = ofSessions
                .union(ofPlays)
                .keyBy(update -> update.sessionId().value(), Types.STRING)
                .transform("what a play changes", TrackTypes.TRACK_CHANGES, new SessionTracksOperator(job))
                .uid("session-tracks");
        SingleOutputStreamOperator<TrackKpis> kpis = changes.keyBy(
                        change -> change.key().text(), Types.STRING)
                .transform("track KPIs", TrackTypes.TRACK_KPIS, new TrackKpisOperator(job, rules, trackRules))
                .uid("track-kpis");
        return new TrackStreams(
                kpis,
                plays.getSideOutput(ReceptionOperator.DEAD_LETTERS),
                plays.getSideOutput(ReceptionOperator.HEALTH)
                        .union(
                                changes.getSideOutput(SessionTracksOperator.HEALTH),
                                kpis.getSideOutput(TrackKpisOperator.HEALTH)));
    }
}
