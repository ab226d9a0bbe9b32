package dev.segue.benchmarks.scale;

import dev.segue.adapters.kafka.cluster.KafkaCluster;
import dev.segue.adapters.kafka.codec.PlaybackCodec;
import dev.segue.adapters.kafka.registry.RegistryAccess;
import dev.segue.domain.playback.PlaybackEvent;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Sends a log of playback events to its topic. */
final class Sender implements AutoCloseable {

    private static final long TICK_NS = TimeUnit.MILLISECONDS.toNanos(5);

    private final String topic;
    private final Iterator<PlaybackEvent> log;
    private final PlaybackCodec codec;
    private final KafkaProducer<byte[], byte[]> producer;
    private final AtomicReference<Exception> failed = new AtomicReference<>();

    Sender(KafkaCluster cluster, RegistryAccess registry, String topic, Iterator<PlaybackEvent> log) {
        this.topic = topic;
        this.log = log;
        this.codec = new PlaybackCodec(registry.connect(), topic);
        this.producer = new KafkaProducer<>(
                cluster.propertiesWith(
                        Map.of("acks", "all", "linger.ms", "10", "batch.size", "131072", "compression.type", "lz4")),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    /** Sends the next events of the log as fast as possible. */
    void send(long events) {
        for (long sent = 0; sent < events; sent++) {
            sendNext();
        }
        flush();
    }

    /** Sends the next events at a steady rate until a condition is met, and returns how many. */
    long sendUntil(BooleanSupplier isSo, double perSecond) {
        long begun = System.nanoTime();
        long sent = 0;
        while (!isSo.getAsBoolean()) {
            long due = (long) ((System.nanoTime() - begun) / (double) TimeUnit.SECONDS.toNanos(1) * perSecond);
            while (sent < due) {
                sendNext();
                sent++;
            }
            LockSupport.parkNanos(TICK_NS);
        }
        flush();
        return sent;
    }

    private void sendNext() {
        send(log.next());
    }

    /** Sends events that are not of the log. */
    void sendNow(Stream<PlaybackEvent> events) {
        events.forEach(this::send);
        flush();
    }

    private void send(PlaybackEvent event) {
        byte[] key = event.listener().getBytes(StandardCharsets.UTF_8);
        var unused = producer.send(
                new ProducerRecord<>(topic, key, codec.encode(event)),
                (written, failure) -> failed.compareAndSet(null, failure));
    }

    private void flush() {
        producer.flush();
        if (failed.get() != null) {
            throw new IllegalStateException("Cannot write to topic " + topic + ".", failed.get());
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
