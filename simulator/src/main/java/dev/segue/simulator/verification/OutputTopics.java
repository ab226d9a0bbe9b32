package dev.segue.simulator.verification;

import dev.segue.adapters.kafka.cluster.KafkaCluster;
import dev.segue.adapters.kafka.codec.HealthCodec;
import dev.segue.adapters.kafka.codec.RecordReader;
import dev.segue.adapters.kafka.codec.UnusableRecord;
import dev.segue.adapters.kafka.registry.SchemaRegistry;
import dev.segue.adapters.kafka.topic.Topics;
import dev.segue.contracts.DeadLetter;
import dev.segue.contracts.Incident;
import dev.segue.contracts.KpiRow;
import dev.segue.contracts.SessionPlays;
import dev.segue.contracts.SessionRevision;
import dev.segue.contracts.TrackKpis;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads what the jobs have committed to the output topics, as any consumer would, from the first record on. */
public final class OutputTopics implements AutoCloseable {

    private static final Map<String, String> SETTINGS =
            Map.of("isolation.level", "read_committed", "enable.auto.commit", "false");
    private static final Duration A_MOMENT = Duration.ofMillis(500);

    private final Topics topics;
    private final List<String> followed;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final RecordReader<SessionRevision> revisions;
    private final RecordReader<SessionPlays> plays;
    private final RecordReader<KpiRow> rows;
    private final RecordReader<TrackKpis> trackKpis;
    private final RecordReader<Incident> incidents;
    private final RecordReader<DeadLetter> deadLetters;
    private final HealthCodec reports;
    private final OutputListener listener;
    private final Thread thread = new Thread(this::follow, "the output topics");

    private final AtomicLong records = new AtomicLong();
    private volatile long caughtUpAt = Long.MIN_VALUE;
    private volatile String failure;
    private volatile boolean closing;

    private OutputTopics(
            KafkaCluster cluster,
            SchemaRegistry registry,
            Topics topics,
            List<String> followed,
            OutputListener listener) {
        this.topics = topics;
        this.followed = followed;
        this.listener = listener;
        this.consumer = new KafkaConsumer<>(
                cluster.propertiesWith(SETTINGS), new ByteArrayDeserializer(), new ByteArrayDeserializer());
        this.revisions = new RecordReader<>(registry, SessionRevision.getClassSchema());
        this.plays = new RecordReader<>(registry, SessionPlays.getClassSchema());
        this.rows = new RecordReader<>(registry, KpiRow.getClassSchema());
        this.trackKpis = new RecordReader<>(registry, TrackKpis.getClassSchema());
        this.incidents = new RecordReader<>(registry, Incident.getClassSchema());
        this.deadLetters = new RecordReader<>(registry, DeadLetter.getClassSchema());
        this.reports = new HealthCodec(registry, topics.health());
    }

    /** Starts reading, in a thread of its own, those of the output topics that are named. They must exist. */
    public static OutputTopics follow(
            KafkaCluster cluster,
            SchemaRegistry registry,
            Topics topics,
            List<String> followed,
            OutputListener listener) {
        OutputTopics output = new OutputTopics(cluster, registry, topics, List.copyOf(followed), listener);
        output.thread.setDaemon(true);
        output.thread.start();
        return output;
    }

    /** How many records it has read. */
    public long records() {
        return records.get();
    }

    /** When it had last read everything committed, by {@link System#nanoTime}. */
    public long caughtUpAt() {
        return caughtUpAt;
    }

    /** Why it stopped reading; empty while it reads. */
    public Optional<String> failure() {
        return Optional.ofNullable(failure);
    }

    @Override
    public void close() throws InterruptedException {
        closing = true;
        consumer.wakeup();
        thread.join();
    }

    private void follow() {
        try (consumer) {
            List<TopicPartition> partitions = partitions();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            while (!closing) {
                long askedAt = System.nanoTime();
                Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
                ConsumerRecords<byte[], byte[]> batch = consumer.poll(A_MOMENT);
                for (ConsumerRecord<byte[], byte[]> record : batch) {
                    take(record);
                }
                records.addAndGet(batch.count());
                listener.batchEnded();
                if (ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue())) {
                    caughtUpAt = askedAt;
                }
            }
        } catch (WakeupException e) {
            return;
        } catch (UnusableRecord | RuntimeException e) {
            failure = e.getMessage() == null ? e.toString() : e.getMessage();
        }
    }

    private List<TopicPartition> partitions() {
        return followed.stream()
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
    }

    private void take(ConsumerRecord<byte[], byte[]> record) throws UnusableRecord {
        String topic = record.topic();
        byte[] value = record.value();
        if (topic.equals(topics.plays())) {
            listener.plays(key(record), value == null ? null : plays.read(value));
        } else if (value == null) {
            return;
        } else if (topic.equals(topics.sessions())) {
            listener.revision(revisions.read(value));
        } else if (topic.equals(topics.health())) {
            listener.health(reports.decode(value));
        } else if (topic.equals(topics.kpis())) {
            listener.row(key(record), rows.read(value));
        } else if (topic.equals(topics.trackKpis())) {
            listener.trackKpis(key(record), trackKpis.read(value));
        } else if (topic.equals(topics.alerts())) {
            listener.incident(incidents.read(value));
        } else if (topic.equals(topics.late())) {
            listener.lateEvent();
        } else {
            listener.deadLetter(deadLetters.read(value));
        }
    }

    private static String key(ConsumerRecord<byte[], byte[]> record) {
        return new String(record.key(), StandardCharsets.UTF_8);
    }
}
