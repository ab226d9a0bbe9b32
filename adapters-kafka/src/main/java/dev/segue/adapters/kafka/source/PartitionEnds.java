package dev.segue.adapters.kafka.source;

import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/**
 * Knows whether silent partitions have unread records. Queries the broker in the background, so that the reader never
 * waits.
 */
interface PartitionEnds extends AutoCloseable {

    /**
     * Starts querying these partitions, and stops querying all others.
     *
     * @param next next offset to read, by partition; negative for the beginning
     */
    void watch(Map<TopicPartition, Long> next);

    /**
     * Whether the broker reported recently that nothing is left to read.
     *
     * @param next next offset to read
     * @return false also when nothing is known, such as while the broker cannot be reached
     */
    boolean allRead(TopicPartition partition, long next);

    @Override
    void close();
}
