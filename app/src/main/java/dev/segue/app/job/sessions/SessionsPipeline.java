package dev.segue.app.job.sessions;

import dev.segue.adapters.flink.intake.EventReceptionOperator;
import dev.segue.adapters.flink.intake.IntakeTypes;
import dev.segue.adapters.flink.session.SessionOperator;
import dev.segue.adapters.flink.session.SessionTypes;
import dev.segue.adapters.flink.session.SortedSessionOperator;
import dev.segue.domain.accounting.Received;
import dev.segue.domain.catalogue.CatalogueAccess;
import dev.segue.domain.clock.Feed;
import dev.segue.domain.playback.PlaybackRecord;
import dev.segue.domain.rules.StateRules;
import dev.segue.domain.session.Change;
import dev.segue.domain.session.SessionRules;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;

/** From received playback events to sessions: the same function for the live job, for a replay and for tests. */
public final class SessionsPipeline {

    private SessionsPipeline() {}

    /** Defines the pipeline for events that are read by no rules of their own. */
    public static SessionStreams define(
            DataStream<Received<PlaybackRecord>> received,
            CatalogueAccess catalogue,
            SessionRules rules,
            Feed feed,
            String job) {
        return define(received, new StateRules(), catalogue, rules, feed, job);
    }

    /**
     * Defines the pipeline.
     *
     * @param received events as read, with the acceptance clock as watermark
     * @param reading the rules by which they are read
     * @param feed how they arrive; {@link Feed#SORTED} in Flink's batch mode, and only there
     * @param job the job's name, for its health
     */
    public static SessionStreams define(
            DataStream<Received<PlaybackRecord>> received,
            StateRules reading,
            CatalogueAccess catalogue,
            SessionRules rules,
            Feed feed,
            String job) {
        SingleOutputStreamOperator<PlaybackRecord> records = received.transform(
                        "count, reject, enrich",
                        IntakeTypes.RECORDS,
                        new EventReceptionOperator(job, catalogue, reading))
                .uid("reception")
                .setParallelism(received.getParallelism());
        SingleOutputStreamOperator<Change> changes = records.keyBy(PlaybackRecord::listener, Types.STRING)
                .transform("sessions of a listener", SessionTypes.CHANGES, sessions(job, rules, feed))
                .uid("sessions");
        return new SessionStreams(
                changes,
                changes.getSideOutput(SessionOperator.LATE),
                records.getSideOutput(EventReceptionOperator.DEAD_LETTERS),
                records.getSideOutput(EventReceptionOperator.HEALTH)
                        .union(changes.getSideOutput(SessionOperator.HEALTH)));
    }

    private static OneInputStreamOperator<PlaybackRecord, Change> sessions(String job, SessionRules rules, Feed feed) {
        return feed == Feed.SORTED ? new SortedSessionOperator(job, rules) : new SessionOperator(job, rules, feed);
    }
}
