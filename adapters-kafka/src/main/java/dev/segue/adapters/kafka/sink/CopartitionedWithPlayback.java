package dev.segue.adapters.kafka.sink;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.utils.Utils;

/**
 * Assigns a record to the partition where Kafka's default partitioner puts its listener's playback, whatever the
 * record's key.
 */
final class CopartitionedWithPlayback {

    private CopartitionedWithPlayback() {}

    /** The partition, from 0 to {@code partitions} - 1, of playback with this user id as key. */
    static int partitionOf(String listener, int partitions) {
        return Utils.toPositive(Utils.murmur2(listener.getBytes(StandardCharsets.UTF_8))) % partitions;
    }
}
