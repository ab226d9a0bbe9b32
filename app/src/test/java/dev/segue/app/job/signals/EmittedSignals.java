package dev.segue.app.job.signals;

import dev.segue.adapters.kafka.codec.HealthCodec;
import dev.segue.adapters.kafka.codec.SignalCodec;
import dev.segue.adapters.kafka.codec.UnusableRecord;
import dev.segue.adapters.kafka.registry.RegistryAccess;
import dev.segue.adapters.kafka.registry.SchemaRegistry;
import dev.segue.app.broker.StackUnderTest;
import dev.segue.domain.accounting.Health;
import dev.segue.domain.accounting.Ledger;
import dev.segue.domain.signal.now.Signal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;

/**
 * All signals that the job has emitted, in the order of their partition, its latest health, and a count of records on
 * other topics.
 */
final class EmittedSignals implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration POLL = Duration.ofMillis(100);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final SignalCodec signalCodec;
    private final HealthCodec healthCodec;

    private final List<Signal> signals = new ArrayList<>();
    private final List<String> keys = new ArrayList<>();
    private final Map<String, Health> health = new HashMap<>();
    private int elsewhere;

    /** Starts a consumer, from the earliest record. */
    EmittedSignals(StackUnderTest stack) {
        SchemaRegistry registry = RegistryAccess.at(stack.registryUrl()).connect();
        signalCodec = new SignalCodec(registry, StackUnderTest.TOPICS.signals());
        healthCodec = new HealthCodec(registry, StackUnderTest.TOPICS.health());
        consumer = stack.reading(
                StackUnderTest.TOPICS.signals(),
                StackUnderTest.TOPICS.late(),
                StackUnderTest.TOPICS.deadLetters(),
                StackUnderTest.TOPICS.health());
    }

    List<Signal> signals() {
        return signals;
    }

    Signal latest() {
        return signals.get(signals.size() - 1);
    }

    /** The key of every signal's record. */
    List<String> keys() {
        return keys;
    }

    /** How many records were written to topics that do not belong to the job. */
    int elsewhere() {
        return elsewhere;
    }

    /** The ledger, summed over the latest reports of all subtasks. */
    Ledger ledger() {
        return health.values().stream().map(Health::ledger).reduce(Ledger.EMPTY, Ledger::plus);
    }

    /** Reads records until the condition holds. */
    void await(String what, BooleanSupplier so) throws UnusableRecord {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!so.getAsBoolean()) {
            if (System.nanoTime() - deadline > 0) {
                throw new AssertionError("waited too long for " + what + "; so far: " + signals + ", " + ledger());
            }
            listen();
        }
    }

    private void listen() throws UnusableRecord {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
            String key = record.key() == null ? null : new String(record.key(), StandardCharsets.UTF_8);
            if (record.topic().equals(StackUnderTest.TOPICS.signals())) {
                signals.add(signalCodec.decode(record.value()));
                keys.add(key);
            } else if (record.topic().equals(StackUnderTest.TOPICS.health())) {
                health.put(key, healthCodec.decode(record.value()));
            } else {
                elsewhere++;
            }
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
