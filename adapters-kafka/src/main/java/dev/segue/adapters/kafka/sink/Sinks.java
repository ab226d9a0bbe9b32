package dev.segue.adapters.kafka.sink;

import static java.util.Objects.requireNonNull;

import dev.segue.adapters.kafka.cluster.KafkaCluster;
import dev.segue.adapters.kafka.registry.RegistryAccess;
import dev.segue.adapters.kafka.topic.Topics;
import dev.segue.domain.account.Health;
import dev.segue.domain.playback.DeadLetter;
import dev.segue.domain.playback.PlaybackEvent;
import dev.segue.domain.session.Change;
import java.util.Map;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;

/**
 * Makes the sinks of a job.
 *
 * <p>Exactly once means that a consumer that reads committed records sees every one once; they appear at checkpoints. At
 * least once is still correct for all that is an upsert (changes and health), and shows changes at once; late events and
 * dead letters may then come twice.
 *
 * @param job the job's name; part of the transactions' ids, so no two running jobs on one cluster may share it
 * @param delivery exactly or at least once; exactly once needs checkpoints
 */
public record Sinks(
        KafkaCluster cluster, RegistryAccess registry, Topics topics, String job, DeliveryGuarantee delivery) {

    /** Under the 15 minutes that brokers allow by default, and longer than any restart should take. */
    private static final int TRANSACTION_TIMEOUT_MS = 14 * 60_000;

    private static final Map<String, String> PRODUCER = Map.of(
            "transaction.timeout.ms", String.valueOf(TRANSACTION_TIMEOUT_MS),
            "acks", "all",
            "enable.idempotence", "true",
            "compression.type", "lz4",
            "linger.ms", "20",
            "batch.size", "131072",
            "max.request.size", "1048576");

    public Sinks {
        requireNonNull(cluster, "cluster");
        requireNonNull(registry, "registry");
        requireNonNull(topics, "topics");
        requireNonNull(job, "job");
        requireNonNull(delivery, "delivery");
    }

    /** Session revisions, superseded and forgotten ids, and plays: to two topics, committed together. */
    public Sink<Change> changes() {
        return sink("changes", new ChangeRecords(registry, topics.sessions(), topics.plays()));
    }

    /** Events beyond the horizon. */
    public Sink<PlaybackEvent> late() {
        return sink("late", new LateRecords(registry, topics.late()));
    }

    /** What could not be used. */
    public Sink<DeadLetter> deadLetters() {
        return sink("dead-letters", new DeadLetterRecords(registry, topics.deadLetters()));
    }

    /** Accounts and clocks. */
    public Sink<Health> health() {
        return sink("health", new HealthRecords(registry, topics.health()));
    }

    private <T> Sink<T> sink(String name, KafkaRecordSerializationSchema<T> records) {
        return KafkaSink.<T>builder()
                .setBootstrapServers(cluster.bootstrapServers())
                .setKafkaProducerConfig(cluster.propertiesWith(PRODUCER))
                .setDeliveryGuarantee(delivery)
                .setTransactionalIdPrefix("segue-" + job + "-" + name)
                .setRecordSerializer(records)
                .build();
    }
}
