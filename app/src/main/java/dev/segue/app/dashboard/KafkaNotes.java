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
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Writes notes about incidents to their topic, from which every page reads them. Connects with the first one. Whatever takes time
 * happens in a thread of its own, or in the producer's.
 */
final class KafkaNotes implements NoteWriter, AutoCloseable {

    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final Duration REGISTRY_PATIENCE = Duration.ofSeconds(2);

    /** More only wait where Kafka does not answer, and then too long for whoever wrote them. */
    private static final int MOST_WAITING = 10;

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
    private final ExecutorService sending =
            new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(MOST_WAITING), task -> {
                Thread thread = new Thread(task, "dashboard notes");
                thread.setDaemon(true);
                return thread;
            });

    /** Used by that thread alone, and then by {@link #close}. */
    private KafkaProducer<byte[], byte[]> producer;

    KafkaNotes(KafkaCluster cluster, RegistryAccess registry, String topic) {
        this.cluster = cluster;
        this.topic = topic;
        this.codec = new NoteCodec(registry.withPatience(REGISTRY_PATIENCE).connect(), topic);
    }

    @Override
    public CompletionStage<Void> write(AlertNote note) {
        CompletableFuture<Void> stored = new CompletableFuture<>();
        try {
            sending.execute(() -> send(note, stored));
        } catch (RejectedExecutionException e) {
            stored.completeExceptionally(
                    new IOException("Kafka is slow, and too many notes are waiting for it. Try again in a minute.", e));
        }
        return stored;
    }

    @SuppressWarnings("FutureReturnValueIgnored") // the callback is told the same
    private void send(AlertNote note, CompletableFuture<Void> stored) {
        try {
            byte[] value = codec.encode(note);
            if (producer == null) {
                producer = new KafkaProducer<>(
                        cluster.propertiesWith(SOON), new ByteArraySerializer(), new ByteArraySerializer());
            }
            producer.send(
                    new ProducerRecord<>(topic, note.incident().getBytes(StandardCharsets.UTF_8), value),
                    (where, failure) -> {
                        if (failure == null) {
                            stored.complete(null);
                        } else {
                            stored.completeExceptionally(refused(failure));
                        }
                    });
        } catch (RegistryFailure e) {
            stored.completeExceptionally(new IOException(e.getMessage(), e));
        } catch (KafkaException e) {
            stored.completeExceptionally(refused(e));
        } catch (RuntimeException e) {
            stored.completeExceptionally(new IOException("Writing it failed: " + e + ".", e));
        }
    }

    private IOException refused(Exception cause) {
        return new IOException(
                "Kafka did not accept it for the topic " + topic + " (" + cause.getMessage() + ").", cause);
    }

    @Override
    public void close() {
        sending.shutdown();
        try {
            if (sending.awaitTermination(LONGEST.toMillis(), TimeUnit.MILLISECONDS) && producer != null) {
                producer.close(LONGEST);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
