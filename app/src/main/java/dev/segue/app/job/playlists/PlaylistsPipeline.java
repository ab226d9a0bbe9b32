package dev.segue.app.job.playlists;

import dev.segue.adapters.flink.intake.ReceptionOperator;
import dev.segue.adapters.flink.kpi.FollowOperator;
import dev.segue.adapters.flink.kpi.KpiRowOperator;
import dev.segue.adapters.flink.kpi.KpiTypes;
import dev.segue.adapters.flink.kpi.SessionImageOperator;
import dev.segue.adapters.flink.session.SessionTypes;
import dev.segue.domain.accounting.Received;
import dev.segue.domain.kpi.KpiRow;
import dev.segue.domain.kpi.counting.KpiRules;
import dev.segue.domain.kpi.counting.RowChange;
import dev.segue.domain.kpi.counting.SessionUpdate;
import dev.segue.domain.session.Change;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/** From session records to KPI rows: the same function for the live job and for tests. */
public final class PlaylistsPipeline {

    private PlaylistsPipeline() {}

    /**
     * Defines the pipeline.
     *
     * @param received what was read, its watermark being the acceptance clock
     * @param rules what is followed, and how rows are emitted
     * @param job the job's name, for its health
     */
    public static KpiStreams define(DataStream<Received<Change>> received, KpiRules rules, String job) {
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
                rows,
                changes.getSideOutput(ReceptionOperator.DEAD_LETTERS),
                changes.getSideOutput(ReceptionOperator.HEALTH)
                        .union(
                                rowChanges.getSideOutput(SessionImageOperator.HEALTH),
                                rows.getSideOutput(KpiRowOperator.HEALTH)));
    }
}
