package dev.segue.benchmarks.pipeline;

import dev.segue.adapters.flink.intake.IntakeTypes;
import dev.segue.adapters.kafka.cluster.KafkaCluster;
import dev.segue.adapters.kafka.registry.RegistryAccess;
import dev.segue.adapters.kafka.sink.Sinks;
import dev.segue.adapters.kafka.source.PlaybackReading;
import dev.segue.adapters.kafka.source.PlaybackSource;
import dev.segue.adapters.kafka.topic.Topic;
import dev.segue.adapters.kafka.topic.Topics;
import dev.segue.app.job.FlinkSettings;
import dev.segue.app.job.sessions.SessionStreams;
import dev.segue.app.job.sessions.SessionsPipeline;
import dev.segue.app.option.JobSettings;
import dev.segue.domain.accounting.Received;
import dev.segue.domain.catalogue.CatalogueAccess;
import dev.segue.domain.clock.Feed;
import dev.segue.domain.playback.Intake;
import dev.segue.domain.playback.PlaybackRecord;
import dev.segue.domain.session.SessionRules;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend.PriorityQueueStateType;
import org.apache.flink.state.rocksdb.RocksDBOptions;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.windowing.triggers.ContinuousEventTimeTrigger;
import org.apache.flink.streaming.api.windowing.triggers.EventTimeTrigger;
import org.apache.flink.streaming.api.windowing.windows.TimeWindow;

/**
 * One run of one pipeline, over a topic from its beginning to its end.
 *
 * @param side the pipeline
 * @param name name of the run, unique on the broker
 * @param topics playback is read; sessions, plays and the others are written, and exist
 * @param tape what a pipeline without results of its own writes; null for any other
 * @param folder for checkpoints and for RocksDB
 * @param lateness the allowed lateness
 */
public record SideRun(
        Side side,
        String name,
        KafkaCluster cluster,
        RegistryAccess registry,
        Topics topics,
        Path tape,
        Path folder,
        Duration checkpointInterval,
        Duration lateness) {

    /**
     * Parallelism 1: an event goes through the same serialization and the same buffers as between several subtasks, and
     * more of them would only compete for the machine's cores.
     */
    private static final int PARALLELISM = 1;

    private static final int MAX_PARALLELISM = 720;
    /** How far the acceptance clock is behind the newest event. */
    public static final long OUT_OF_ORDERNESS_MS = 60_000;

    private static final String FLINK = "flink.";
    private static final long IDLE_AFTER_MS = 60_000;

    /** For RocksDB's caches and buffers; too little for the whole state. */
    private static final MemorySize MANAGED = MemorySize.ofMebiBytes(256);

    /** One hour, as is common for windows. */
    public static final Duration LATENESS = Duration.ofHours(1);

    private static final Duration EARLY_FIRING_INTERVAL =
            Duration.ofMillis(SessionRules.DEFAULT.earlyFiringIntervalMs());

    /** The rules with the usual allowed lateness. */
    static final SessionRules RULES = rules(LATENESS, EARLY_FIRING_INTERVAL);

    /** Options that are not the job's own: system properties such as {@code -Dflink.state.backend.rocksdb.memory.managed=false}. */
    private static final Map<String, String> FLINK_OPTIONS = System.getProperties().stringPropertyNames().stream()
            .filter(name -> name.startsWith(FLINK))
            .collect(Collectors.toMap(name -> name.substring(FLINK.length()), System::getProperty));

    /** Longer than a session may be. */
    private static final Duration NO_EARLY_FIRING = Duration.ofDays(1);

    /** The rules that Segue follows with that allowed lateness. */
    public static SessionRules rules(Duration lateness) {
        return rules(lateness, EARLY_FIRING_INTERVAL);
    }

    private static SessionRules rules(Duration lateness, Duration earlyFiring) {
        return new SessionRules(
                SessionRules.DEFAULT.gapMs(),
                SessionRules.DEFAULT.capMs(),
                SessionRules.DEFAULT.maxPlayMs(),
                lateness.toMillis(),
                earlyFiring.toMillis(),
                SessionRules.DEFAULT.correctionsMs(),
                SessionRules.DEFAULT.listening());
    }

    /** Runs a pipeline to its end, with these arguments. */
    public static void main(String[] words) throws Exception {
        fromWords(words).run();
    }

    private static SideRun fromWords(String[] words) {
        return new SideRun(
                Side.of(words[0]),
                words[1],
                KafkaCluster.at(words[2]),
                RegistryAccess.at(words[3]),
                topics(words[4], words[1]),
                words[5].isEmpty() ? null : Path.of(words[5]),
                Path.of(words[6]),
                Duration.parse(words[7]),
                Duration.parse(words[8]));
    }

    /** The arguments for {@link #main}. */
    public String[] words() {
        return new String[] {
            side.toString(),
            name,
            cluster.bootstrapServers(),
            registry.urls().get(0).toString(),
            topics.playback(),
            tape == null ? "" : tape.toString(),
            folder.toString(),
            checkpointInterval.toString(),
            lateness.toString()
        };
    }

    /** The topics of a run: the shared playback topic, and outputs of its own. */
    public static Topics topics(String playback, String run) {
        Map<Topic, String> names = new HashMap<>(Topics.prefixed(run + ".").names());
        names.put(Topics.PLAYBACK, playback);
        return Topics.named(names);
    }

    /** Runs to the end of the topic. */
    public JobExecutionResult run() throws Exception {
        StreamExecutionEnvironment flink = StreamExecutionEnvironment.createLocalEnvironment(PARALLELISM, settings());
        define(received(flink));
        return flink.execute();
    }

    private void define(DataStream<Received<PlaybackRecord>> received) throws Exception {
        Sinks sinks = new Sinks(
                cluster, registry, topics, name, DeliveryGuarantee.EXACTLY_ONCE, Sinks.USUAL_TRANSACTION_TIMEOUT);
        switch (side) {
            case SEGUE_HEAP, SEGUE_ROCKSDB, SEGUE_ONCE -> {
                SessionRules rules = side == Side.SEGUE_ONCE ? rules(lateness, NO_EARLY_FIRING) : rules(lateness);
                write(SessionsPipeline.define(received, CatalogueAccess.NONE, rules, Feed.LIVE, name), sinks);
            }
            case FLOOR -> Floor.define(received, Tape.load(tape), topics, sinks);
            case LEAST_HEAP, LEAST_ROCKSDB ->
                LowerBound.define(received, side.backend(), Tape.load(tape), topics, sinks);
            case WINDOWS_HEAP, WINDOWS_ROCKSDB ->
                Windows.define(received, lateness, EventTimeTrigger.create(), topics.sessions(), sinks);
            case WINDOWS_EARLY -> Windows.define(received, lateness, early(), topics.sessions(), sinks);
            case FULL_WINDOWS_HEAP, FULL_WINDOWS_ROCKSDB ->
                FullWindows.define(received, rules(lateness), early())
                        .sinkTo(sinks.changes())
                        .uid("write-sessions");
        }
    }

    private static ContinuousEventTimeTrigger<TimeWindow> early() {
        return ContinuousEventTimeTrigger.of(EARLY_FIRING_INTERVAL);
    }

    private static void write(SessionStreams sessions, Sinks sinks) {
        sessions.changes().sinkTo(sinks.changes()).uid("write-sessions");
        sessions.late().sinkTo(sinks.late()).uid("write-late");
        sessions.deadLetters().sinkTo(sinks.deadLetters()).uid("write-dead-letters");
        sessions.health().sinkTo(sinks.health()).uid("write-health");
    }

    /** The clock advances with the events, as in production, however fast this machine reads them. */
    private DataStream<Received<PlaybackRecord>> received(StreamExecutionEnvironment flink) {
        PlaybackReading reading = new PlaybackReading(
                topics.playback(), name, true, false, Intake.DEFAULT, OUT_OF_ORDERNESS_MS, IDLE_AFTER_MS);
        return flink.fromSource(
                        PlaybackSource.untilNow(cluster, registry, reading, IntakeTypes.RECEIVED_EVENTS),
                        WatermarkStrategy.noWatermarks(),
                        "read playback")
                .uid("read-playback")
                .assignTimestampsAndWatermarks(
                        WatermarkStrategy.forGenerator(context -> new SteadyClock(OUT_OF_ORDERNESS_MS)))
                .uid("steady-clock");
    }

    private Configuration settings() {
        JobSettings job = new JobSettings(
                name,
                PARALLELISM,
                MAX_PARALLELISM,
                DeliveryGuarantee.EXACTLY_ONCE,
                checkpointInterval,
                Duration.ofMinutes(10),
                folder.resolve("checkpoints").toUri().toString(),
                side.backend(),
                FLINK_OPTIONS);
        Configuration settings = FlinkSettings.of(job);
        settings.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MANAGED);
        if (side == Side.LEAST_ROCKSDB) {
            settings.set(RocksDBOptions.TIMER_SERVICE_FACTORY, PriorityQueueStateType.HEAP);
        }
        settings.set(CoreOptions.TMP_DIRS, folder.resolve("tmp").toString());
        settings.set(CoreOptions.CHECK_LEAKED_CLASSLOADER, false);
        settings.set(CheckpointingOptions.INCREMENTAL_CHECKPOINTS, true);
        return settings;
    }
}
