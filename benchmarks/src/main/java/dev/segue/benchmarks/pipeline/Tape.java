package dev.segue.benchmarks.pipeline;

import dev.segue.adapters.kafka.cluster.KafkaCluster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * What a run of Segue wrote to its two topics, so that the floor can write the same number of records and bytes, cut
 * from the same bytes.
 *
 * @param events number of events that were read for it
 */
public record Tape(long events, Track sessions, Track plays) implements Serializable {

    private static final int MOST_SAMPLED = 4 << 20;
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    /** The output to one topic. */
    public static final class Track implements Serializable {

        private static final long serialVersionUID = 1L;

        private final long records;
        private final long keyBytes;
        private final long valueBytes;
        private final byte[] sample;

        /**
         * A track with that number of records.
         *
         * @param sample keys and values, one after the other, as far as they are stored
         */
        Track(long records, long keyBytes, long valueBytes, byte[] sample) {
            this.records = records;
            this.keyBytes = keyBytes;
            this.valueBytes = valueBytes;
            this.sample = sample;
        }

        /** The key of the record with that number, as long as the keys were on average. */
        byte[] key(long record) {
            return cut(record, keyBytes);
        }

        /** The value of the record with that number, as long as the values were on average. */
        byte[] value(long record) {
            return cut(record, valueBytes);
        }

        private byte[] cut(long record, long bytes) {
            long from = bytes * record / records;
            byte[] cut = new byte[(int) (bytes * (record + 1) / records - from)];
            int start = (int) (from % (sample.length - cut.length + 1));
            System.arraycopy(sample, start, cut, 0, cut.length);
            return cut;
        }

        /** Whether the same amount was written; the bytes themselves are not compared. */
        boolean isAsMuchAs(Track other) {
            return records == other.records && keyBytes == other.keyBytes && valueBytes == other.valueBytes;
        }
    }

    /** Number of records. */
    public long records() {
        return sessions.records + plays.records;
    }

    /** Total size of their keys and values. */
    public long bytes() {
        return sessions.keyBytes + sessions.valueBytes + plays.keyBytes + plays.valueBytes;
    }

    /** How many of the first {@code records} records go to plays: they are distributed evenly. */
    long playsAmong(long records) {
        return plays.records * records / records();
    }

    /** Records what is on two topics, each with one partition. */
    static Tape of(long events, KafkaCluster cluster, String sessions, String plays) {
        return new Tape(events, track(cluster, sessions), track(cluster, plays));
    }

    static Track track(KafkaCluster cluster, String topic) {
        ByteArrayOutputStream sample = new ByteArrayOutputStream();
        long records = 0;
        long keys = 0;
        long values = 0;
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                cluster.propertiesWith(Map.of("isolation.level", "read_committed")),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            TopicPartition partition = new TopicPartition(topic, 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).get(partition);
            while (consumer.position(partition) < end) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(PATIENCE)) {
                    byte[] value = record.value() == null ? new byte[0] : record.value();
                    records++;
                    keys += record.key().length;
                    values += value.length;
                    if (sample.size() < MOST_SAMPLED) {
                        sample.writeBytes(record.key());
                        sample.writeBytes(value);
                    }
                }
            }
        }
        return new Track(records, keys, values, sample.toByteArray());
    }

    /** Writes it to a file. */
    public void save(Path file) throws IOException {
        try (ObjectOutputStream out = new ObjectOutputStream(Files.newOutputStream(file))) {
            out.writeObject(this);
        }
    }

    static Tape load(Path file) throws IOException, ClassNotFoundException {
        try (ObjectInputStream in = new ObjectInputStream(Files.newInputStream(file))) {
            return (Tape) in.readObject();
        }
    }
}
