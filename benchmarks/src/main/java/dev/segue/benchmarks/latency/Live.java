package dev.segue.benchmarks.latency;

import dev.segue.adapters.kafka.cluster.KafkaCluster;
import dev.segue.adapters.kafka.codec.PlaybackCodec;
import dev.segue.adapters.kafka.registry.RegistryAccess;
import dev.segue.benchmarks.history.InventedCatalogue;
import dev.segue.domain.catalogue.TrackFacts;
import dev.segue.domain.playback.Content;
import dev.segue.domain.playback.Detail.TrackEnded;
import dev.segue.domain.playback.Device;
import dev.segue.domain.playback.EndReason;
import dev.segue.domain.playback.PlayContext;
import dev.segue.domain.playback.PlaybackEvent;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Live listeners who play one song after the other: each event ends a play that began with the listener's previous
 * event. Sends at a steady rate, and records when the broker appended each event.
 */
final class Live implements AutoCloseable {

    private static final long SEED = 3;
    private static final int SKIPPED_PERCENT = 35;
    private static final long TICK_NS = TimeUnit.MILLISECONDS.toNanos(2);

    private final String topic;
    private final int tracks;
    private final long[] lastAt;
    private final PlaybackCodec codec;
    private final KafkaProducer<byte[], byte[]> producer;
    private final SplittableRandom random = new SplittableRandom(SEED);
    private final AtomicReference<Exception> failed = new AtomicReference<>();

    Live(KafkaCluster cluster, RegistryAccess registry, String topic, int listeners, int tracks) {
        this.topic = topic;
        this.tracks = tracks;
        this.lastAt = new long[listeners];
        Arrays.fill(lastAt, System.currentTimeMillis());
        this.codec = new PlaybackCodec(registry.connect(), topic);
        this.producer = new KafkaProducer<>(
                cluster.propertiesWith(Map.of("acks", "all", "linger.ms", "5", "compression.type", "lz4")),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    /**
     * The result of sending.
     *
     * @param appendedAt when the broker appended each event, by its number
     * @param perSecond events appended per second
     */
    record Sent(AtomicLongArray appendedAt, double perSecond) {}

    /**
     * Sends events at a steady rate, and waits until the broker has them all.
     *
     * @param name prefix of the event ids, before the number
     */
    Sent send(String name, int events, double perSecond) {
        AtomicLongArray appendedAt = new AtomicLongArray(events);
        long begun = System.nanoTime();
        for (int number = 0; number < events; number++) {
            long due = begun + (long) (number / perSecond * TimeUnit.SECONDS.toNanos(1));
            while (due - System.nanoTime() > 0) {
                LockSupport.parkNanos(Math.min(TICK_NS, Math.max(1, due - System.nanoTime())));
            }
            send(name, number, appendedAt);
        }
        producer.flush();
        double seconds = (System.nanoTime() - begun) / (double) TimeUnit.SECONDS.toNanos(1);
        if (failed.get() != null) {
            throw new IllegalStateException("Cannot write to topic " + topic + ".", failed.get());
        }
        return new Sent(appendedAt, events / seconds);
    }

    private void send(String name, int number, AtomicLongArray appendedAt) {
        int listener = random.nextInt(lastAt.length);
        long now = Math.max(System.currentTimeMillis(), lastAt[listener] + 1);
        PlaybackEvent event = play(name + number, listener, lastAt[listener], now);
        lastAt[listener] = now;
        byte[] key = event.listener().getBytes(StandardCharsets.UTF_8);
        var unused = producer.send(new ProducerRecord<>(topic, key, codec.encode(event)), (written, failure) -> {
            if (failure == null) {
                appendedAt.set(number, written.timestamp());
            } else {
                failed.compareAndSet(null, failure);
            }
        });
    }

    private PlaybackEvent play(String id, int listener, long from, long to) {
        boolean skipped = random.nextInt(100) < SKIPPED_PERCENT;
        TrackEnded ended = new TrackEnded(
                null,
                InventedCatalogue.idOf(random.nextInt(tracks)),
                Content.TRACK,
                from,
                to - from,
                skipped ? EndReason.FORWARD : EndReason.COMPLETED,
                null,
                new PlayContext(PlayContext.Type.PLAYLIST, "p" + listener % 100, null),
                false);
        return new PlaybackEvent(
                "u" + listener,
                id,
                new Device("d" + listener, Device.Type.PHONE),
                to,
                null,
                null,
                0,
                "SE",
                "Europe/Stockholm",
                false,
                ended,
                TrackFacts.UNKNOWN);
    }

    @Override
    public void close() {
        producer.close();
    }
}
