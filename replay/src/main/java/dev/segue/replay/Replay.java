package dev.segue.replay;

import dev.segue.adapters.files.history.Plays;
import dev.segue.adapters.files.input.Found;
import dev.segue.adapters.files.source.FileSource;
import dev.segue.adapters.files.source.InThisProcess;
import dev.segue.adapters.files.source.LateLines;
import dev.segue.adapters.files.source.Progress;
import dev.segue.adapters.flink.intake.IntakeTypes;
import dev.segue.app.job.sessions.SessionStreams;
import dev.segue.app.job.sessions.SessionsPipeline;
import dev.segue.domain.accounting.Received;
import dev.segue.domain.catalogue.CatalogueAccess;
import dev.segue.domain.clock.Feed;
import dev.segue.domain.playback.PlaybackRecord;
import dev.segue.domain.session.SessionRules;
import dev.segue.replay.local.InProcessSink;
import dev.segue.replay.report.CurrentSessions;
import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * Runs the sessions pipeline over files, to their end, in this process. If order is meaningless, it uses Flink's batch
 * mode, which sorts by listener and time, and so holds a few hours of one listener at a time. Otherwise a single reader
 * feeds one stream.
 */
final class Replay {

    private static final String JOB = "replay";

    private Replay() {}

    /**
     * Runs the job and waits for it.
     *
     * @param detailed whether it is stored which track was played on which device
     * @param plays what all files together say about each play
     * @param readAt the time of reading
     * @param progress receives how far it has come
     * @param late receives the late lines
     * @param page receives all changes too; or null
     * @return the sessions at the end
     * @throws Exception the cause if the job fails
     */
    static CurrentSessions of(
            Found found,
            Order order,
            SessionRules rules,
            boolean detailed,
            Plays plays,
            long readAt,
            Progress progress,
            LateLines late,
            ReplayedPage page)
            throws Exception {
        CurrentSessions current = new CurrentSessions(detailed, progress);
        try (Workspace workspace = Workspace.open();
                InThisProcess<CurrentSessions> toCurrent = InThisProcess.leadingTo(current, CurrentSessions.class);
                InThisProcess<Plays> toPlays = InThisProcess.leadingTo(plays, Plays.class);
                InThisProcess<Progress> toProgress = InThisProcess.leadingTo(progress, Progress.class);
                InThisProcess<LateLines> toLate = InThisProcess.leadingTo(late, LateLines.class);
                InThisProcess<ReplayedPage> toPage =
                        page == null ? null : InThisProcess.leadingTo(page, ReplayedPage.class)) {
            StreamExecutionEnvironment flink = environment(order, workspace);
            FileSource source = order == Order.OF_ARRIVAL
                    ? FileSource.asStream(found.files(), readAt, toPlays, toProgress, toLate)
                    : FileSource.inAnyOrder(found.files(), readAt, toPlays, toProgress);
            DataStream<Received<PlaybackRecord>> received = flink.fromSource(
                            source, WatermarkStrategy.noWatermarks(), "read files", IntakeTypes.RECEIVED_EVENTS)
                    .uid("files");
            Feed feed = order == Order.OF_ARRIVAL ? Feed.RECORDED : Feed.SORTED;
            SessionStreams sessions = SessionsPipeline.define(received, CatalogueAccess.NONE, rules, feed, JOB);
            collectInProcess(sessions.changes(), "changes", toCurrent, CurrentSessions::change);
            if (toPage != null) {
                collectInProcess(sessions.changes(), "changes to the page", toPage, ReplayedPage::change);
            }
            collectInProcess(sessions.late(), "late", toCurrent, CurrentSessions::late);
            collectInProcess(sessions.deadLetters(), "dead letters", toCurrent, CurrentSessions::deadLetter);
            collectInProcess(sessions.health(), "health", toCurrent, CurrentSessions::health);
            flink.execute(JOB);
            progress.allFound();
        }
        return current;
    }

    private static <T, R> void collectInProcess(
            DataStream<T> stream, String what, InThisProcess<R> to, InProcessSink.Receiving<T, R> how) {
        stream.sinkTo(new InProcessSink<>(to, how))
                .name("hand over " + what)
                .uid("hand-over-" + what.replace(' ', '-'));
    }

    private static StreamExecutionEnvironment environment(Order order, Workspace workspace) {
        // Parallel subtasks would let events of a stream overtake each other.
        int parallelism = order == Order.OF_ARRIVAL ? 1 : Runtime.getRuntime().availableProcessors();
        Configuration flink = new Configuration();
        flink.set(TaskManagerOptions.NUM_TASK_SLOTS, parallelism);
        flink.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MemorySize.ofMebiBytes(64));
        flink.set(TaskManagerOptions.NETWORK_MEMORY_MIN, MemorySize.ofMebiBytes(64));
        flink.set(TaskManagerOptions.NETWORK_MEMORY_MAX, MemorySize.ofMebiBytes(64));
        flink.set(CoreOptions.TMP_DIRS, workspace.folder().toString());
        flink.set(RestOptions.ADDRESS, "127.0.0.1");
        flink.set(RestOptions.BIND_ADDRESS, "127.0.0.1");
        flink.set(RestOptions.BIND_PORT, "0");
        flink.set(RestartStrategyOptions.RESTART_STRATEGY, "disable");
        flink.set(PipelineOptions.GENERIC_TYPES, false);
        StreamExecutionEnvironment environment = StreamExecutionEnvironment.createLocalEnvironment(parallelism, flink);
        environment.setRuntimeMode(
                order == Order.OF_ARRIVAL ? RuntimeExecutionMode.STREAMING : RuntimeExecutionMode.BATCH);
        return environment;
    }
}
