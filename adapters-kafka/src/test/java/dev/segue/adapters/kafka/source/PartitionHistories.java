package dev.segue.adapters.kafka.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.segue.domain.clock.PartitionClocks;
import java.util.Random;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** Weeks of events in several partitions, determined by a seed. The value of a record is the time of its event. */
final class PartitionHistories {

    static final String TOPIC = "playback";

    static final long OUT_OF_ORDERNESS = 60_000;

    private static final long HOUR = 60 * 60_000;
    private static final long START = 1_772_409_600_000L;
    private static final int EVENTS_PER_PARTITION = 120;

    private final long[][] times;

    /** Whether a partition is idle once it has been read to its end. */
    private final boolean partitionsGoIdle;

    PartitionHistories(Random random, boolean partitionsGoIdle) {
        this.partitionsGoIdle = partitionsGoIdle;
        times = new long[1 + random.nextInt(5)][];
        for (int partition = 0; partition < times.length; partition++) {
            times[partition] = history(random, 1 + random.nextInt(24));
        }
    }

    /** Weeks of events, each at most the out-of-orderness behind the newest one before it. */
    private static long[] history(Random random, int hoursAtMost) {
        long[] times = new long[EVENTS_PER_PARTITION];
        long newest = START + random.nextInt(48) * HOUR;
        for (int i = 0; i < times.length; i++) {
            newest += random.nextInt(hoursAtMost) * HOUR;
            times[i] = newest - (i == 0 ? 0 : random.nextInt((int) OUT_OF_ORDERNESS));
        }
        return times;
    }

    static TopicPartition name(int partition) {
        return new TopicPartition(TOPIC, partition);
    }

    /** The number of partitions. */
    int partitions() {
        return times.length;
    }

    /** Whether nothing is left from this offset on. */
    boolean isRead(int partition, long next) {
        return next >= times[partition].length;
    }

    /** Whether the partition is idle when it is read next at this offset. */
    boolean isIdle(int partition, long next) {
        return partitionsGoIdle && isRead(partition, next);
    }

    ConsumerRecord<byte[], byte[]> record(int partition, int offset) {
        byte[] value = Long.toString(times[partition][offset]).getBytes(UTF_8);
        return new ConsumerRecord<>(TOPIC, partition, offset, null, value);
    }

    /** What the clock must be once everything is read. */
    long lastClock() {
        PartitionClocks<Integer> clocks = new PartitionClocks<>(OUT_OF_ORDERNESS);
        for (int partition = 0; partition < times.length; partition++) {
            clocks.assigned(partition);
            for (long time : times[partition]) {
                clocks.observe(partition, time);
            }
            if (partitionsGoIdle) {
                clocks.idle(partition);
            }
        }
        return clocks.time();
    }

    /** Reads a record of {@link #record}. */
    static final class Times implements RecordDecoder<Long> {

        @Override
        public Long decode(ConsumerRecord<byte[], byte[]> record, long readAt) {
            return Long.valueOf(new String(record.value(), UTF_8));
        }

        @Override
        public boolean isUsable(Long time) {
            return true;
        }

        @Override
        public long time(ConsumerRecord<byte[], byte[]> record, Long time) {
            return time;
        }
    }
}
