package dev.segue.simulator;

import dev.segue.adapters.kafka.cluster.KafkaCluster;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Sends records to Kafka, each once, and remembers the first failure. */
final class Outbox implements AutoCloseable {

    private static final Map<String, String> SETTINGS =
            Map.of("linger.ms", "20", "delivery.timeout.ms", "120000", "request.timeout.ms", "10000");

    private final KafkaProducer<byte[], byte[]> producer;
    private final String topic;
    private final AtomicReference<Exception> failure = new AtomicReference<>();

    Outbox(KafkaCluster cluster, String topic) {
        this.producer = new KafkaProducer<>(
                cluster.propertiesWith(SETTINGS), new ByteArraySerializer(), new ByteArraySerializer());
        this.topic = topic;
    }

    /** Sends asynchronously; throws when an earlier record has failed. */
    void send(String key, byte[] value) {
        requireNoFailure();
        Future<RecordMetadata> unused = producer.send(
                new ProducerRecord<>(topic, key.getBytes(StandardCharsets.UTF_8), value),
                (stored, problem) -> failure.compareAndSet(null, problem));
    }

    /** Waits until the broker has everything. */
    void flush() {
        producer.flush();
        requireNoFailure();
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(2));
    }

    private void requireNoFailure() {
        Exception problem = failure.get();
        if (problem != null) {
            throw new KafkaException("Topic " + topic + " did not accept a record: " + problem.getMessage(), problem);
        }
    }
}
