package dev.segue.adapters.kafka.source;

import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/**
 * Knows whether anything is left unread on partitions that have fallen silent. Asks the broker in the background, so that
 * the reader never waits for an answer.
 */
interface PartitionEnds extends AutoCloseable {

    /**
     * From now on asks about these partitions, and no others.
     *
     * @param next by partition, the offset that the reader reads next; negative for the beginning
     */
    void watch(Map<TopicPartition, Long> next);

    /**
     * Whether the broker has said, not long ago, that nothing is left to read.
     *
     * @param next the offset that the reader reads next
     * @return false also when nothing is known, such as while the broker cannot be reached
     */
    boolean allRead(TopicPartition partition, long next);

    @Override
    void close();
}
