package dev.segue.adapters.kafka.forget;

import dev.segue.adapters.kafka.cluster.KafkaCluster;
import dev.segue.adapters.kafka.codec.RecordReader;
import dev.segue.adapters.kafka.codec.UnusableRecord;
import dev.segue.adapters.kafka.registry.SchemaRegistry;
import dev.segue.adapters.kafka.topic.Topic;
import dev.segue.adapters.kafka.topic.TopicAdmin;
import dev.segue.adapters.kafka.topic.Topics;
import dev.segue.contracts.SessionPlays;
import dev.segue.contracts.SessionRevision;
import dev.segue.contracts.Signal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * The records of some listeners on compacted topics of results. It reads the topics whole, in all partitions, and decodes what
 * contains the bytes of a listener's id, to see whose it is.
 */
public final class ListenerRecords implements AutoCloseable {

    /** The topics that can be read: each record has the listener in its value. */
    public static final List<Topic> TOPICS = List.of(Topics.SESSIONS, Topics.PLAYS, Topics.SIGNALS);

    private static final Duration A_MOMENT = Duration.ofMillis(200);
    private static final long AT_A_TIME_NS = TimeUnit.SECONDS.toNanos(3);

    private final KafkaCluster cluster;
    private final Map<String, byte[]> listeners = new HashMap<>();
    private final Map<String, Owner> owners = new HashMap<>();
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Admin admin;

    /** The latest record of each key, if it is of one of the listeners. */
    private final Map<Place, String> latest = new LinkedHashMap<>();

    /** The latest record of each key, if nobody can tell whose it is; why. */
    private final Map<Place, String> unreadable = new LinkedHashMap<>();

    private final Set<String> found = new HashSet<>();
    private final Map<TopicPartition, Long> read = new HashMap<>();
    private Map<TopicPartition, Long> ends = Map.of();

    private record Place(TopicPartition partition, ByteBuffer key) {}

    /** Says whose record it is. */
    @FunctionalInterface
    private interface Owner {
        String of(byte[] value) throws UnusableRecord;
    }

    /**
     * Has read nothing yet.
     *
     * @param listeners whose records to find
     * @param on some of {@link #TOPICS}
     */
    public ListenerRecords(
            KafkaCluster cluster,
            SchemaRegistry registry,
            Topics topics,
            Collection<String> listeners,
            Collection<Topic> on) {
        this.cluster = cluster;
        listeners.forEach(listener -> this.listeners.put(listener, listener.getBytes(StandardCharsets.UTF_8)));
        RecordReader<SessionRevision> sessions = new RecordReader<>(registry, SessionRevision.getClassSchema());
        RecordReader<SessionPlays> plays = new RecordReader<>(registry, SessionPlays.getClassSchema());
        RecordReader<Signal> signals = new RecordReader<>(registry, Signal.getClassSchema());
        Map<Topic, Owner> all = Map.of(
                Topics.SESSIONS,
                value -> sessions.read(value).getUserId(),
                Topics.PLAYS,
                value -> plays.read(value).getUserId(),
                Topics.SIGNALS,
                value -> signals.read(value).getUserId());
        on.forEach(topic -> owners.put(topics.name(topic), all.get(topic)));
        admin = Admin.create(new TopicAdmin(cluster).clientProperties());
        consumer = new KafkaConsumer<>(
                cluster.propertiesWith(Map.of(
                        "isolation.level", "read_committed",
                        "enable.auto.commit", "false",
                        "auto.offset.reset", "earliest",
                        "allow.auto.create.topics", "false")),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    /**
     * Aims at where the topics end now, with the records of open transactions.
     *
     * @throws ExecutionException when Kafka does not say where they end
     */
    public void aimAtEnd() throws ExecutionException, InterruptedException {
        List<TopicPartition> partitions = new ArrayList<>();
        for (String topic : owners.keySet()) {
            consumer.partitionsFor(topic).forEach(info -> partitions.add(new TopicPartition(topic, info.partition())));
        }
        if (!consumer.assignment().containsAll(partitions)) {
            Map<TopicPartition, Long> positions = new HashMap<>();
            consumer.assignment().forEach(partition -> positions.put(partition, consumer.position(partition)));
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            positions.forEach(consumer::seek);
        }
        Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
        partitions.forEach(partition -> asked.put(partition, OffsetSpec.latest()));
        Map<TopicPartition, Long> now = new HashMap<>();
        admin.listOffsets(asked).all().get().forEach((partition, end) -> now.put(partition, end.offset()));
        ends = now;
    }

    /** Reads towards the ends for some seconds; returns how many offsets are left. Open transactions must end first. */
    public long readSome() {
        long until = System.nanoTime() + AT_A_TIME_NS;
        while (left() > 0 && System.nanoTime() - until < 0) {
            consumer.poll(A_MOMENT).forEach(this::take);
        }
        return left();
    }

    private long left() {
        long left = 0;
        for (Map.Entry<TopicPartition, Long> end : ends.entrySet()) {
            left += Math.max(0, end.getValue() - consumer.position(end.getKey()));
        }
        return left;
    }

    private void take(ConsumerRecord<byte[], byte[]> record) {
        TopicPartition partition = new TopicPartition(record.topic(), record.partition());
        read.put(partition, record.offset() + 1);
        if (record.key() == null) {
            return;
        }
        Place place = new Place(partition, ByteBuffer.wrap(record.key()));
        latest.remove(place);
        unreadable.remove(place);
        if (record.value() == null || !names(record.value())) {
            return;
        }
        try {
            String listener = owners.get(record.topic()).of(record.value());
            if (listeners.containsKey(listener)) {
                found.add(listener);
                latest.put(place, listener);
            }
        } catch (UnusableRecord e) {
            unreadable.put(
                    place, "offset " + record.offset() + " of " + partition + " cannot be read: " + e.explanation());
        }
    }

    /** Whether these bytes contain those of a listener's id. */
    private boolean names(byte[] value) {
        return listeners.values().stream().anyMatch(listener -> contains(value, listener));
    }

    private static boolean contains(byte[] value, byte[] wanted) {
        for (int from = 0; from <= value.length - wanted.length; from++) {
            int same = 0;
            while (same < wanted.length && value[from + same] == wanted[same]) {
                same++;
            }
            if (same == wanted.length) {
                return true;
            }
        }
        return false;
    }

    /** How many keys of each topic have a record of one of the listeners as their latest. */
    public Map<String, Long> remaining() {
        Map<String, Long> counts = new TreeMap<>();
        latest.keySet().forEach(place -> counts.merge(place.partition().topic(), 1L, Long::sum));
        return counts;
    }

    /** The listeners of whom there was any record, deleted or not. */
    public Set<String> found() {
        return Set.copyOf(found);
    }

    /** Latest records that contain the bytes of a listener's id and cannot be read; where each is, and why. */
    public List<String> unreadable() {
        return List.copyOf(unreadable.values());
    }

    /** For each partition with records, the offset after the last one that was read. */
    public Map<TopicPartition, Long> read() {
        return Map.copyOf(read);
    }

    /**
     * Writes a tombstone under each key with a record of one of the listeners as its latest, to the partition of that, and waits
     * until all are stored. {@link #remaining} knows of them when they have been read.
     *
     * @throws ExecutionException when Kafka does not store one
     */
    public void delete() throws ExecutionException, InterruptedException {
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                cluster.propertiesWith(Map.of("acks", "all", "enable.idempotence", "true")),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            List<Future<RecordMetadata>> stored = new ArrayList<>();
            for (Place place : latest.keySet()) {
                stored.add(producer.send(new ProducerRecord<>(
                        place.partition().topic(),
                        place.partition().partition(),
                        place.key().array(),
                        null)));
            }
            for (Future<RecordMetadata> one : stored) {
                one.get();
            }
        }
    }

    @Override
    public void close() {
        consumer.close();
        admin.close();
    }
}
