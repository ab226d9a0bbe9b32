package dev.segue.benchmarks.scale;

import dev.segue.adapters.kafka.cluster.KafkaCluster;
import dev.segue.adapters.kafka.forget.GroupProgress;
import dev.segue.adapters.kafka.topic.TopicAdmin;
import dev.segue.adapters.kafka.topic.TopicLayout;
import dev.segue.adapters.kafka.topic.Topics;
import dev.segue.app.option.StateBackend;
import dev.segue.benchmarks.history.ConcurrentListeners;
import dev.segue.benchmarks.pipeline.Servers;
import dev.segue.benchmarks.scale.CheckpointStatistics.Completed;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.apache.flink.util.FileUtils;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Measures checkpoints of many open sessions, and how soon a job that was killed is back. */
@Command(
        name = "benchmarks/run restore",
        mixinStandardHelpOptions = true,
        description = {
            "Fills the state of the sessions job with open sessions, has all of their listeners go on listening, each with"
                    + " a play every 200 seconds, and prints how large the state is and how long checkpoints take.",
            "Then it kills the job's process, starts it again from the last checkpoint, and prints how long it takes until"
                    + " all of its parts answer: events that are late, because that is said at once.",
            "A million sessions need about 10 GB of memory and some minutes. How to read it: docs/performance.md"
        })
public final class RestoreBenchmark implements Callable<Integer> {

    private static final Topics TOPICS = Topics.DEFAULT;
    private static final int PARTITIONS = 4;
    private static final int FOR_EVER = -1;
    private static final Instant BEGINNING = Instant.parse("2025-01-06T00:00:00Z");
    /** So many listeners that some of them are in each part of the job. */
    private static final int ASKING = 64;

    private static final Duration POLL = Duration.ofMillis(20);
    private static final long LOOK_EVERY_MS = 1_000;
    private static final double MEGA = 1e6;
    private static final double SECOND_MS = 1_000;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--listeners",
            paramLabel = "N",
            defaultValue = "1000000",
            description = "How many sessions are open. Default: ${DEFAULT-VALUE}.")
    private int listeners;

    @Option(
            names = "--plays",
            paramLabel = "N",
            defaultValue = "4",
            description = "How many plays each session has at first; a third has one more, another third two. Default:"
                    + " ${DEFAULT-VALUE}.")
    private int plays;

    @Option(
            names = "--backend",
            paramLabel = "NAME",
            defaultValue = "rocksdb",
            converter = BackendName.class,
            description = "The state backend: hashmap or rocksdb. Default: ${DEFAULT-VALUE}.")
    private StateBackend backend;

    @Option(
            names = "--checkpoints",
            paramLabel = "N",
            defaultValue = "10",
            description = "How many checkpoints to measure, one every 10 seconds. Default: ${DEFAULT-VALUE}.")
    private int checkpoints;

    @Option(
            names = "--heap",
            paramLabel = "SIZE",
            defaultValue = "5g",
            description = "The heap of the job's process. Default: ${DEFAULT-VALUE}.")
    private String heap;

    private static final class BackendName implements CommandLine.ITypeConverter<StateBackend> {
        @Override
        public StateBackend convert(String name) {
            for (StateBackend some : StateBackend.values()) {
                if (some.toString().equals(name)) {
                    return some;
                }
            }
            throw new CommandLine.TypeConversionException("there is no state backend " + name + ".");
        }
    }

    /** Runs the benchmark with these arguments. */
    public static void main(String[] words) {
        System.exit(new CommandLine(new RestoreBenchmark()).execute(words));
    }

    @Override
    public Integer call() throws Exception {
        require(listeners > 0, "--listeners must be at least 1.");
        require(plays > 0, "--plays must be at least 1.");
        require(checkpoints > 0, "--checkpoints must be at least 1.");
        ConcurrentListeners audience = new ConcurrentListeners(listeners, BEGINNING.toEpochMilli());
        Path folder = Files.createTempDirectory("segue-restore");
        try (Servers servers = Servers.start(folder);
                Sender sender = new Sender(servers.cluster(), servers.registry(), TOPICS.playback(), audience)) {
            new TopicAdmin(servers.cluster()).create(new TopicLayout(PARTITIONS, FOR_EVER).of(TOPICS));
            long history = audience.eventsUntil(plays);
            say("Writing %,d plays of %,d listeners.", history, listeners);
            sender.send(history);
            measure(servers, sender, audience, folder);
        } finally {
            FileUtils.deleteDirectory(folder.toFile());
        }
        return 0;
    }

    private void require(boolean isSo, String otherwise) {
        if (!isSo) {
            throw new ParameterException(spec.commandLine(), otherwise);
        }
    }

    private void measure(Servers servers, Sender sender, ConcurrentListeners audience, Path folder) throws Exception {
        double perSecond = listeners * SECOND_MS / ConcurrentListeners.ROUND_MS;
        Completed last;
        try (SessionsProcess job = start(servers, folder.resolve("first"), "");
                GroupProgress progress = new GroupProgress(servers.cluster())) {
            Map<TopicPartition, Long> written = ends(servers.cluster(), TOPICS.playback());
            while (progress.lag(SessionsProcess.GROUP, written).records() > 0) {
                job.requireRunning();
                TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MS);
            }
            Completed full = last(job.checkpoints());
            say("%,d events a second follow, and %d checkpoints.", Math.round(perSecond), checkpoints);
            List<Completed> measured = measured(job, sender, full.id(), perSecond);
            last = measured.get(measured.size() - 1);
            print(full, measured);
        }
        Map<TopicPartition, Long> before = ends(servers.cluster(), TOPICS.late());
        long killedAt = System.nanoTime();
        try (SessionsProcess job = start(servers, folder.resolve("second"), last.path())) {
            long takenAt = System.nanoTime();
            int asking = Math.min(listeners, ASKING);
            sender.sendNow(IntStream.range(0, asking).mapToObj(audience::lateEvent));
            awaitMore(servers.cluster(), before, asking, job);
            long outAt = System.nanoTime();
            say(
                    "All parts have answered %.1f s after the process was started: %.1f s until Flink had taken the job, and"
                            + " %.1f s to restore and emit.",
                    seconds(outAt - killedAt), seconds(takenAt - killedAt), seconds(outAt - takenAt));
        }
    }

    private SessionsProcess start(Servers servers, Path folder, String restoreFrom) throws Exception {
        return SessionsProcess.start(servers.cluster(), servers.registry(), folder, backend, restoreFrom, heap);
    }

    /** Sends at a steady rate until as many checkpoints as wanted have completed after the one with this number. */
    private List<Completed> measured(SessionsProcess job, Sender sender, long after, double perSecond)
            throws Exception {
        AtomicBoolean isDone = new AtomicBoolean();
        CompletableFuture<Long> sent = inBackground(() -> sender.sendUntil(isDone::get, perSecond));
        try {
            List<Completed> measured = List.of();
            while (measured.size() < checkpoints && !sent.isDone()) {
                job.requireRunning();
                TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MS);
                measured = job.checkpoints().completed().stream()
                        .filter(some -> some.id() > after)
                        .toList();
            }
            return measured;
        } finally {
            isDone.set(true);
            sent.get();
        }
    }

    private void print(Completed full, List<Completed> measured) {
        long[] durations =
                measured.stream().mapToLong(Completed::durationMs).sorted().toArray();
        long[] written =
                measured.stream().mapToLong(Completed::writtenBytes).sorted().toArray();
        say(
                "| backend | open sessions | plays of each, at least | state, MB | bytes per open session | checkpoint: median,"
                        + " slowest s | written by one: median, most MB |%n|---|---|---|---|---|---|---|");
        say(
                "| %s | %,d | %d | %,.0f | %,.0f | %.1f, %.1f | %,.0f, %,.0f |",
                backend,
                listeners,
                plays,
                full.stateBytes() / MEGA,
                (double) full.stateBytes() / listeners,
                durations[durations.length / 2] / SECOND_MS,
                durations[durations.length - 1] / SECOND_MS,
                written[written.length / 2] / MEGA,
                written[written.length - 1] / MEGA);
    }

    private static Completed last(CheckpointStatistics statistics) throws Exception {
        List<Completed> completed = statistics.completed();
        return completed.get(completed.size() - 1);
    }

    private static CompletableFuture<Long> inBackground(Supplier<Long> work) {
        ExecutorService thread = Executors.newSingleThreadExecutor();
        CompletableFuture<Long> done = CompletableFuture.supplyAsync(work, thread);
        thread.shutdown();
        return done;
    }

    private static Map<TopicPartition, Long> ends(KafkaCluster cluster, String topic) {
        try (KafkaConsumer<byte[], byte[]> consumer = consumer(cluster)) {
            return consumer.endOffsets(partitions(topic));
        }
    }

    /** Waits until so many records were appended, whether or not they are committed yet. */
    private static void awaitMore(
            KafkaCluster cluster, Map<TopicPartition, Long> before, int records, SessionsProcess job) {
        try (KafkaConsumer<byte[], byte[]> consumer = consumer(cluster)) {
            consumer.assign(before.keySet());
            before.forEach(consumer::seek);
            int read = 0;
            while (read < records) {
                job.requireRunning();
                read += consumer.poll(POLL).count();
            }
        }
    }

    private static List<TopicPartition> partitions(String topic) {
        return IntStream.range(0, PARTITIONS)
                .mapToObj(partition -> new TopicPartition(topic, partition))
                .toList();
    }

    private static KafkaConsumer<byte[], byte[]> consumer(KafkaCluster cluster) {
        return new KafkaConsumer<>(
                cluster.propertiesWith(Map.of("enable.auto.commit", "false", "isolation.level", "read_uncommitted")),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    private static double seconds(long nanos) {
        return nanos / (double) TimeUnit.SECONDS.toNanos(1);
    }

    private static void say(String line, Object... values) {
        System.out.printf(Locale.ROOT, line + "%n", values);
    }
}
