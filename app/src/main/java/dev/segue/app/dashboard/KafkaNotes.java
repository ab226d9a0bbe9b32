package dev.segue.app.dashboard;

import dev.segue.adapters.kafka.cluster.KafkaCluster;
import dev.segue.adapters.kafka.codec.NoteCodec;
import dev.segue.adapters.kafka.registry.RegistryAccess;
import dev.segue.adapters.kafka.registry.RegistryFailure;
import dev.segue.adapters.web.server.NoteWriter;
import dev.segue.domain.alert.AlertNote;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Writes notes about incidents to their topic, from which every page reads them. Connects with the first one. */
final class KafkaNotes implements NoteWriter, AutoCloseable {

    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final Duration REGISTRY_PATIENCE = Duration.ofSeconds(2);

    /** People wait for it, so it gives up sooner than a job would. */
    private static final Map<String, String> SOON = Map.of(
            "client.id", "segue-dashboard-notes",
            "acks", "all",
            "enable.idempotence", "true",
            "linger.ms", "0",
            "max.block.ms", "5000",
            "request.timeout.ms", "5000",
            "delivery.timeout.ms", String.valueOf(LONGEST.toMillis()));

    private final KafkaCluster cluster;
    private final String topic;
    private final NoteCodec codec;
    private KafkaProducer<byte[], byte[]> producer;

    KafkaNotes(KafkaCluster cluster, RegistryAccess registry, String topic) {
        this.cluster = cluster;
        this.topic = topic;
        this.codec = new NoteCodec(registry.withPatience(REGISTRY_PATIENCE).connect(), topic);
    }

    @Override
    public synchronized void write(AlertNote note) throws IOException {
        try {
            byte[] value = codec.encode(note);
            if (producer == null) {
                producer = new KafkaProducer<>(
                        cluster.propertiesWith(SOON), new ByteArraySerializer(), new ByteArraySerializer());
            }
            producer.send(new ProducerRecord<>(topic, note.incident().getBytes(StandardCharsets.UTF_8), value))
                    .get(LONGEST.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RegistryFailure e) {
            throw new IOException(e.getMessage(), e);
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            Throwable cause = e instanceof ExecutionException ? e.getCause() : e;
            throw new IOException(
                    "Kafka did not accept it for the topic " + topic + " (" + cause.getMessage() + ").", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("The page is closing.", e);
        }
    }

    @Override
    public synchronized void close() {
        if (producer != null) {
            producer.close(LONGEST);
        }
    }
}
