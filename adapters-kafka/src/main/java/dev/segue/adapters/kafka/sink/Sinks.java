package dev.segue.adapters.kafka.sink;

import static java.util.Objects.requireNonNull;

import dev.segue.adapters.kafka.cluster.KafkaCluster;
import dev.segue.adapters.kafka.codec.DeadLetterCodec;
import dev.segue.adapters.kafka.codec.HealthCodec;
import dev.segue.adapters.kafka.codec.IncidentCodec;
import dev.segue.adapters.kafka.codec.KpiCodec;
import dev.segue.adapters.kafka.codec.LateCodec;
import dev.segue.adapters.kafka.codec.SignalCodec;
import dev.segue.adapters.kafka.codec.TrackKpisCodec;
import dev.segue.adapters.kafka.registry.RegistryAccess;
import dev.segue.adapters.kafka.topic.Topic;
import dev.segue.adapters.kafka.topic.TopicUse;
import dev.segue.adapters.kafka.topic.Topics;
import dev.segue.adapters.kafka.transaction.RepublishingSink;
import dev.segue.domain.accounting.Health;
import dev.segue.domain.alert.Incident;
import dev.segue.domain.kpi.KpiRow;
import dev.segue.domain.kpi.track.TrackKpis;
import dev.segue.domain.playback.DeadLetter;
import dev.segue.domain.playback.PlaybackEvent;
import dev.segue.domain.session.Change;
import dev.segue.domain.signal.now.Signal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;

/**
 * Creates the sinks of a job.
 *
 * <p>With exactly-once delivery, a consumer that reads committed records sees each record once, after the next
 * checkpoint. At-least-once delivery is still correct for all upserts (changes, KPI rows and health), and shows them at
 * once; late events and dead letters may then be repeated.
 *
 * @param job the job's name; part of the transactional ids, so no two running jobs on one cluster may share it
 * @param delivery exactly or at least once; exactly once needs checkpoints
 * @param transactionTimeout when brokers abort a transaction of a job that disappeared: longer than any restart
 *     should take, and no longer than brokers allow
 */
public record Sinks(
        KafkaCluster cluster,
        RegistryAccess registry,
        Topics topics,
        String job,
        DeliveryGuarantee delivery,
        Duration transactionTimeout) {

    /** The longest that brokers allow by default ({@code transaction.max.timeout.ms}). */
    public static final Duration USUAL_TRANSACTION_TIMEOUT = Duration.ofMinutes(15);

    /** Needed for the largest result: 1 MiB, Kafka's own default. In bytes. */
    public static final int LEAST_REQUEST_SIZE = 1 << 20;

    /** Names the sink of sessions and plays; the other sinks are named by the key of their topic. */
    static final String CHANGES = "changes";

    private static final Map<String, String> USUAL = Map.of(
            "compression.type",
            "lz4",
            "linger.ms",
            "20",
            "batch.size",
            "131072",
            "max.request.size",
            String.valueOf(LEAST_REQUEST_SIZE));

    /** Batches records that arrive together, with hardly any delay. */
    private static final String SOON_MS = "2";

    public Sinks {
        requireNonNull(cluster, "cluster");
        requireNonNull(registry, "registry");
        requireNonNull(topics, "topics");
        requireNonNull(job, "job");
        requireNonNull(delivery, "delivery");
        requireNonNull(transactionTimeout, "transactionTimeout");
    }

    /** Writes to a topic that the job declares. */
    public <T> Sink<T> to(Topic topic, KeyedRecords.Key<T> key, KeyedRecords.Encoding<T> encoding) {
        return sink(topic.key(), new KeyedRecords<>(registry, topics.name(topic), key, encoding));
    }

    /**
     * Session revisions, superseded and purged ids, and plays: to two topics, committed together. The timestamp of each in
     * Flink is its watermark.
     */
    public Sink<Change> changes() {
        return sink(CHANGES, new WithWatermark<>(new ChangeRecords(registry, topics.sessions(), topics.plays())));
    }

    /** Events beyond the allowed lateness. */
    public Sink<PlaybackEvent> late() {
        return to(
                Topics.LATE,
                event -> utf8(event.listener()),
                (schemas, topic) -> new LateCodec(schemas, topic)::encode);
    }

    /** Dead letters. */
    public Sink<DeadLetter> deadLetters() {
        return to(
                Topics.DEAD_LETTERS,
                DeadLetterCodec::key,
                (schemas, topic) -> new DeadLetterCodec(schemas, topic)::encode);
    }

    /** KPI rows. The timestamp of each in Flink is its watermark. */
    public Sink<KpiRow> kpis() {
        KeyedRecords<KpiRow> rows = new KeyedRecords<>(
                registry,
                topics.kpis(),
                row -> utf8(KpiCodec.key(row)),
                (schemas, topic) -> new KpiCodec(schemas, topic)::encode);
        return sink(Topics.KPIS.key(), new WithWatermark<>(rows));
    }

    /** Track KPIs. */
    public Sink<TrackKpis> trackKpis() {
        return to(
                Topics.TRACK_KPIS,
                kpis -> utf8(kpis.key().text()),
                (schemas, topic) -> new TrackKpisCodec(schemas, topic)::encode);
    }

    /**
     * Signals: always at least once, because a signal that waits for a checkpoint is of no use any more. After a crash
     * some are repeated; the greatest sequence of a listener is the latest.
     */
    public Sink<Signal> signals() {
        Properties soon = producerProperties();
        soon.setProperty("linger.ms", cluster.settings().getOrDefault("linger.ms", SOON_MS));
        return KafkaSink.<Signal>builder()
                .setBootstrapServers(cluster.bootstrapServers())
                .setKafkaProducerConfig(soon)
                .setDeliveryGuarantee(DeliveryGuarantee.AT_LEAST_ONCE)
                .setRecordSerializer(new KeyedRecords<Signal>(
                        registry,
                        topics.signals(),
                        signal -> utf8(signal.listener()),
                        (schemas, topic) -> new SignalCodec(schemas, topic)::encode))
                .build();
    }

    /** Incidents. */
    public Sink<Incident> alerts() {
        return to(
                Topics.ALERTS,
                incident -> utf8(incident.id()),
                (schemas, topic) -> new IncidentCodec(schemas, topic)::encode);
    }

    /** Ledgers and clocks. */
    public Sink<Health> health() {
        return to(
                Topics.HEALTH,
                health -> utf8(HealthCodec.key(health)),
                (schemas, topic) -> new HealthCodec(schemas, topic)::encode);
    }

    /** Settings of its producers; may contain secrets. */
    public Properties producerProperties() {
        return cluster.propertiesWith(
                USUAL,
                Map.of(
                        "acks", "all",
                        "enable.idempotence", "true",
                        "transaction.timeout.ms", String.valueOf(transactionTimeout.toMillis())));
    }

    /** How all transactional ids of a job begin; without this, no two jobs could write at the same time. */
    public static String transactionsOf(String job) {
        return "segue-" + job + "-";
    }

    /**
     * Why transactions as these sinks need them are impossible on the cluster; empty when they are possible, or not
     * needed. Opens a transaction without writing anything.
     */
    public Optional<String> objectionToTransactions() {
        return delivery == DeliveryGuarantee.EXACTLY_ONCE ? new TransactionTrial(this).objection() : Optional.empty();
    }

    /**
     * What shows that a job with the same name is running, whose transactions these sinks would abort; empty when
     * nothing does. A job that has just crashed is not taken for a running one.
     *
     * @param use the topics of this job
     * @param watch how long to watch, when there are open transactions; a running job is found if it completes a
     *     checkpoint meanwhile
     */
    public Optional<String> namesake(TopicUse use, Duration watch) throws InterruptedException {
        return delivery == DeliveryGuarantee.EXACTLY_ONCE
                ? new RunningNamesake(this, use).signOfLife(watch)
                : Optional.empty();
    }

    private <T> Sink<T> sink(String name, KafkaRecordSerializationSchema<T> records) {
        KafkaSink<T> sink = KafkaSink.<T>builder()
                .setBootstrapServers(cluster.bootstrapServers())
                .setKafkaProducerConfig(producerProperties())
                .setDeliveryGuarantee(delivery)
                .setTransactionalIdPrefix(transactionsOf(job) + name)
                .setRecordSerializer(records)
                .build();
        return delivery == DeliveryGuarantee.EXACTLY_ONCE
                ? new RepublishingSink<>(sink, cluster, producerProperties())
                : sink;
    }

    private static byte[] utf8(String key) {
        return key.getBytes(StandardCharsets.UTF_8);
    }
}
