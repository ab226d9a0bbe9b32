package dev.segue.benchmarks.latency;

import dev.segue.adapters.kafka.cluster.KafkaCluster;
import dev.segue.adapters.kafka.codec.SignalCodec;
import dev.segue.adapters.kafka.codec.UnusableRecord;
import dev.segue.adapters.kafka.registry.RegistryAccess;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads signals with the times when the broker appended them. */
final class SignalsRead implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(200);
    private static final long LOOK_EVERY_MS = 100;

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final SignalCodec codec;
    private final List<TopicPartition> partitions;

    SignalsRead(KafkaCluster cluster, RegistryAccess registry, String topic) {
        this.codec = new SignalCodec(registry.connect(), topic);
        this.consumer = new KafkaConsumer<>(
                cluster.propertiesWith(Map.of("enable.auto.commit", "false", "fetch.max.bytes", "8388608")),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        this.partitions = consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .collect(Collectors.toList());
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        partitions.forEach(consumer::position);
    }

    /** Receives one signal. */
    @FunctionalInterface
    interface Visitor {
        void signal(String eventId, long appendedAt);
    }

    /** Waits until that many unread signals have been appended, or until patience runs out. */
    boolean await(long signals, Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (unread() < signals) {
            if (System.nanoTime() - deadline > 0) {
                return false;
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MS);
        }
        return true;
    }

    /** Reads all appended signals. */
    void read(Visitor visitor) throws UnusableRecord {
        while (unread() > 0) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                visitor.signal(codec.decode(record.value()).eventId(), record.timestamp());
            }
        }
    }

    private long unread() {
        return consumer.endOffsets(partitions).entrySet().stream()
                .mapToLong(end -> end.getValue() - consumer.position(end.getKey()))
                .sum();
    }

    @Override
    public void close() {
        consumer.close();
    }
}
