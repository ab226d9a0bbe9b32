package dev.segue.benchmarks.latency;

import dev.segue.adapters.kafka.codec.TrackCodec;
import dev.segue.adapters.kafka.topic.TopicAdmin;
import dev.segue.adapters.kafka.topic.TopicLayout;
import dev.segue.adapters.kafka.topic.Topics;
import dev.segue.benchmarks.history.InventedCatalogue;
import dev.segue.benchmarks.pipeline.Servers;
import dev.segue.contracts.Track;
import dev.segue.domain.catalogue.TrackFacts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures the latency of signals at rising rates, and prints a table. */
@Command(
        name = "benchmarks/run latency",
        mixinStandardHelpOptions = true,
        description = {
            "Measures the latency of signals: from the broker's append of an event to its append of the signal, both by"
                    + " the broker's clock. Broker, job and generator are three processes on this machine.",
            "Rates rise until the job does not keep up: until the last signal comes more than a second after the"
                    + " last event, or the generator cannot send that fast. Then half of the highest rate that it"
                    + " kept up with is measured for longer."
        })
public final class LatencyBenchmark implements Callable<Integer> {

    private static final Topics TOPICS = Topics.DEFAULT;
    private static final int PARTITIONS = 4;
    private static final int FOR_EVER = -1;
    private static final double WHOLE = 1_000;

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final long KEPT_UP_MS = 1_000;
    private static final double AS_FAST = 0.97;
    private static final int WARM_UP_SECONDS = 20;

    @Option(
            names = "--from",
            description = "The first rate, in events per second: ${DEFAULT-VALUE}.",
            defaultValue = "2000")
    private double from;

    @Option(
            names = "--factor",
            description = "Factor from one rate to the next: ${DEFAULT-VALUE}.",
            defaultValue = "1.4")
    private double factor;

    @Option(
            names = "--seconds",
            description = "How long each rate is sent, in seconds: ${DEFAULT-VALUE}.",
            defaultValue = "10")
    private int seconds;

    @Option(
            names = "--tracks",
            description = "Number of tracks in the catalogue: ${DEFAULT-VALUE}.",
            defaultValue = "1000000")
    private int tracks;

    @Option(
            names = "--listeners",
            description = "Number of concurrent listeners: ${DEFAULT-VALUE}.",
            defaultValue = "50000")
    private int listeners;

    @Option(names = "--heap", description = "The heap of the job's process: ${DEFAULT-VALUE}.", defaultValue = "3g")
    private String heap;

    /** Runs the benchmark with these arguments. */
    public static void main(String[] words) {
        System.exit(new CommandLine(new LatencyBenchmark()).execute(words));
    }

    @Override
    public Integer call() throws Exception {
        Path folder = Files.createTempDirectory("segue-latency");
        try (Servers servers = Servers.start(folder)) {
            new TopicAdmin(servers.cluster()).create(new TopicLayout(PARTITIONS, FOR_EVER).of(TOPICS));
            fillCatalogue(servers);
            try (RunningJob job = RunningJob.start(servers.cluster(), servers.registry(), folder, heap);
                    Live live = new Live(servers.cluster(), servers.registry(), TOPICS.playback(), listeners, tracks);
                    SignalsRead signals = new SignalsRead(servers.cluster(), servers.registry(), TOPICS.signals())) {
                measure(live, signals);
            }
        } finally {
            delete(folder);
        }
        return 0;
    }

    private void measure(Live live, SignalsRead signals) throws Exception {
        at(from, WARM_UP_SECONDS, "w", live, signals);
        say("| events per second | sent per second | p50 ms | p99 ms | maximum ms | kept up |");
        say("|---|---|---|---|---|---|");
        double rate = from;
        int round = 0;
        while (say(at(rate, seconds, "r" + round + "-", live, signals)).keptUp()) {
            rate *= factor;
            round++;
        }
        double highest = rate / factor;
        say(String.format(Locale.ROOT, "Half of the highest rate that it kept up with (%.0f), for longer:", highest));
        say(at(highest / 2, 3 * seconds, "half-", live, signals));
    }

    /** The result of one rate. */
    private record Outcome(double rate, double sent, Latencies latencies, boolean keptUp) {
        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "| %.0f | %.0f | %d | %d | %d | %s |",
                    rate,
                    sent,
                    latencies.percentile(50),
                    latencies.percentile(99),
                    latencies.percentile(100),
                    keptUp ? "yes" : "no");
        }
    }

    private Outcome at(double rate, int forSeconds, String name, Live live, SignalsRead signals) throws Exception {
        int events = (int) (rate * forSeconds);
        Live.Sent sent = live.send(name, events, rate);
        boolean all = signals.await(events, PATIENCE);
        Latencies latencies = new Latencies();
        long[] lastSignal = {0};
        signals.read((eventId, appendedAt) -> {
            if (eventId.startsWith(name)) {
                int number = Integer.parseInt(eventId.substring(name.length()));
                latencies.add(appendedAt - sent.appendedAt().get(number));
                lastSignal[0] = Math.max(lastSignal[0], appendedAt);
            }
        });
        long lastEvent = 0;
        for (int number = 0; number < events; number++) {
            lastEvent = Math.max(lastEvent, sent.appendedAt().get(number));
        }
        boolean keptUp = all
                && latencies.count() == events
                && lastSignal[0] - lastEvent <= KEPT_UP_MS
                && sent.perSecond() >= AS_FAST * rate;
        return new Outcome(rate, sent.perSecond(), latencies, keptUp);
    }

    private void fillCatalogue(Servers servers) {
        TrackCodec codec = new TrackCodec(servers.registry().connect(), TOPICS.tracks());
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                servers.cluster()
                        .propertiesWith(Map.of(
                                "acks", "all", "linger.ms", "20", "batch.size", "131072", "compression.type", "lz4")),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            for (int track = 0; track < tracks; track++) {
                String id = InventedCatalogue.idOf(track);
                byte[] key = id.getBytes(StandardCharsets.UTF_8);
                var unused =
                        producer.send(new ProducerRecord<>(TOPICS.tracks(), key, codec.encode(message(track, id))));
            }
        }
    }

    private static Track message(int track, String id) {
        TrackFacts facts = InventedCatalogue.factsOf(track);
        return new Track(
                id,
                null,
                InventedCatalogue.artistOf(track),
                null,
                (long) facts.durationMs(),
                facts.valence() / WHOLE,
                facts.energy() / WHOLE);
    }

    private static <T> T say(T line) {
        System.out.println(line);
        return line;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
