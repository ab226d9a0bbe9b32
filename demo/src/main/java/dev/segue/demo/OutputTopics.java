package dev.segue.demo;

import dev.segue.adapters.kafka.cluster.KafkaCluster;
import dev.segue.adapters.kafka.codec.RecordReader;
import dev.segue.adapters.kafka.codec.UnusableRecord;
import dev.segue.adapters.kafka.registry.SchemaRegistry;
import dev.segue.adapters.kafka.topic.Topics;
import dev.segue.contracts.Health;
import dev.segue.contracts.Incident;
import dev.segue.contracts.KpiRow;
import dev.segue.contracts.SessionRevision;
import dev.segue.demo.screen.Snapshot;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads what the jobs have committed to the output topics, as any consumer would, from the first record on. */
final class OutputTopics implements AutoCloseable {

    private static final Map<String, String> SETTINGS =
            Map.of("isolation.level", "read_committed", "enable.auto.commit", "false");
    private static final Duration A_MOMENT = Duration.ofMillis(500);

    private final Topics topics;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final RecordReader<SessionRevision> revisions;
    private final RecordReader<Health> reports;
    private final RecordReader<KpiRow> rows;
    private final RecordReader<Incident> incidents;
    private final Tally tally;
    private final Thread thread = new Thread(this::follow, "the output topics");

    private volatile Snapshot snapshot = Snapshot.NOTHING;
    private volatile long caughtUpAt = Long.MIN_VALUE;
    private volatile String failure;
    private volatile boolean closing;

    private OutputTopics(KafkaCluster cluster, SchemaRegistry registry, Topics topics, boolean remembering) {
        this.tally = new Tally(remembering);
        this.topics = topics;
        this.consumer = new KafkaConsumer<>(
                cluster.propertiesWith(SETTINGS), new ByteArrayDeserializer(), new ByteArrayDeserializer());
        this.revisions = new RecordReader<>(registry, SessionRevision.getClassSchema());
        this.reports = new RecordReader<>(registry, Health.getClassSchema());
        this.rows = new RecordReader<>(registry, KpiRow.getClassSchema());
        this.incidents = new RecordReader<>(registry, Incident.getClassSchema());
    }

    /**
     * Starts reading, in a thread of its own. The topics must exist.
     *
     * @param remembering whether {@link #current} and {@link #rows} will be used
     */
    static OutputTopics follow(KafkaCluster cluster, SchemaRegistry registry, Topics topics, boolean remembering) {
        OutputTopics output = new OutputTopics(cluster, registry, topics, remembering);
        output.thread.setDaemon(true);
        output.thread.start();
        return output;
    }

    /** What has been read so far. */
    Snapshot snapshot() {
        return snapshot;
    }

    /** The last revision of every current session. */
    Collection<SessionRevision> current() {
        return tally.current();
    }

    /** The last KPI row of every key. */
    Collection<KpiRow> rows() {
        return tally.rows();
    }

    /** The last revision of every incident. */
    Collection<Incident> incidents() {
        return tally.incidents();
    }

    /** When it had last read everything committed, by {@link System#nanoTime}. */
    long caughtUpAt() {
        return caughtUpAt;
    }

    /** Why it stopped reading; empty while it reads. */
    Optional<String> failure() {
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
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(A_MOMENT)) {
                    take(record);
                }
                snapshot = tally.snapshot();
                if (ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue())) {
                    caughtUpAt = askedAt;
                }
            }
        } catch (WakeupException e) {
            return;
        } catch (UnusableRecord | RuntimeException e) {
            failure = e.getMessage();
        }
    }

    private List<TopicPartition> partitions() {
        return Stream.of(
                        topics.sessions(),
                        topics.kpis(),
                        topics.alerts(),
                        topics.late(),
                        topics.deadLetters(),
                        topics.health())
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
    }

    private void take(ConsumerRecord<byte[], byte[]> record) throws UnusableRecord {
        if (record.value() == null) {
            return;
        }
        if (record.topic().equals(topics.sessions())) {
            tally.revision(revisions.read(record.value()));
        } else if (record.topic().equals(topics.health())) {
            tally.health(reports.read(record.value()));
        } else if (record.topic().equals(topics.kpis())) {
            tally.row(new String(record.key(), StandardCharsets.UTF_8), rows.read(record.value()));
        } else if (record.topic().equals(topics.alerts())) {
            tally.incident(incidents.read(record.value()));
        } else if (record.topic().equals(topics.late())) {
            tally.lateEvent();
        } else {
            tally.deadLetter();
        }
    }
}
