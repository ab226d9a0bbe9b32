package dev.segue.benchmarks.comparison;

import dev.segue.domain.clock.PartitionClocks;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import org.apache.kafka.common.utils.Utils;

/**
 * The acceptance clock over arriving events, as in the live job: per partition, ignoring partitions on which nothing
 * has arrived for a minute.
 */
final class LineClock {

    /** How far it stays behind the newest event. */
    static final long OUT_OF_ORDERNESS_MS = Duration.ofMinutes(1).toMillis();

    private static final long IDLE_AFTER_MS = Duration.ofMinutes(1).toMillis();

    private final PartitionClocks<Integer> clocks = new PartitionClocks<>(OUT_OF_ORDERNESS_MS);
    private final long[] lastAt;

    /** A clock that has not started, over partitions on which nothing has arrived. */
    LineClock(int partitions) {
        lastAt = new long[partitions];
        Arrays.fill(lastAt, Long.MIN_VALUE);
        for (int partition = 0; partition < partitions; partition++) {
            clocks.assigned(partition);
            clocks.idle(partition);
        }
    }

    /** The time after an arrival; called in order of arrival. */
    long after(Arrived arrived) {
        for (int partition = 0; partition < lastAt.length; partition++) {
            if (lastAt[partition] < arrived.at() - IDLE_AFTER_MS) {
                clocks.idle(partition);
            }
        }
        int partition = partitionOf(arrived.event().listener());
        lastAt[partition] = arrived.at();
        clocks.observe(partition, arrived.event().occurredAt());
        return clocks.time();
    }

    /** The partition that Kafka's producers choose for a listener. */
    private int partitionOf(String listener) {
        byte[] key = listener.getBytes(StandardCharsets.UTF_8);
        return Utils.toPositive(Utils.murmur2(key)) % lastAt.length;
    }
}
