package dev.segue.app.job.alerts;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.segue.adapters.kafka.codec.IncidentCodec;
import dev.segue.adapters.kafka.codec.UnusableRecord;
import dev.segue.adapters.kafka.registry.RegistryAccess;
import dev.segue.app.broker.StackUnderTest;
import dev.segue.domain.alert.Incident;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;

/** All incidents that the alerts job has emitted, revision by revision. */
final class EmittedIncidents implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration POLL = Duration.ofMillis(100);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final IncidentCodec codec;
    private final List<Incident> incidents = new ArrayList<>();
    private final List<String> keys = new ArrayList<>();

    /** Starts a consumer, from the earliest record. */
    EmittedIncidents(StackUnderTest stack) {
        String topic = StackUnderTest.TOPICS.alerts();
        codec = new IncidentCodec(RegistryAccess.at(stack.registryUrl()).connect(), topic);
        consumer = stack.reading(topic);
    }

    List<Incident> incidents() {
        return incidents;
    }

    /** The key of every record. */
    List<String> keys() {
        return keys;
    }

    void await(String what, BooleanSupplier emitted) throws UnusableRecord {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!emitted.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("Waited too long for " + what + "; emitted so far: " + incidents);
            }
            listen();
        }
    }

    /** Reads what has been emitted since. */
    void listen() throws UnusableRecord {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
            keys.add(new String(record.key(), UTF_8));
            incidents.add(codec.decode(record.value()));
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
