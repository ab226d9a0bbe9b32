package dev.segue.adapters.kafka.sink;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.utils.Utils;

/** Puts a record where Kafka's default partitioner puts its listener's playback, whatever the record's key. */
final class CopartitionedWithPlayback {

    private CopartitionedWithPlayback() {}

    /** The partition among {@code partitions}, 0 and up, where playback with this user id as key lies. */
    static int partitionOf(String listener, int partitions) {
        return Utils.toPositive(Utils.murmur2(listener.getBytes(StandardCharsets.UTF_8))) % partitions;
    }
}
