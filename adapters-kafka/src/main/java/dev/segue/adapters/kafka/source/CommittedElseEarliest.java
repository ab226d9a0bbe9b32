package dev.segue.adapters.kafka.source;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.kafka.clients.consumer.OffsetResetStrategy;
import org.apache.kafka.common.TopicPartition;

/**
 * Starts at the group's committed offset, or else at the earliest record; resolved once, to offsets. Flink's own
 * initializer leaves this to the reader, so a partition restored before its first record would start at what the group
 * has committed since then, and skip the records before that.
 */
final class CommittedElseEarliest implements OffsetsInitializer {

    private static final long serialVersionUID = 1;

    @Override
    public Map<TopicPartition, Long> getPartitionOffsets(
            Collection<TopicPartition> partitions, PartitionOffsetsRetriever broker) {
        Map<TopicPartition, Long> offsets = new HashMap<>(broker.committedOffsets(partitions));
        offsets.values().removeIf(offset -> offset == null || offset < 0);
        Set<TopicPartition> uncommitted = new HashSet<>(partitions);
        uncommitted.removeAll(offsets.keySet());
        if (!uncommitted.isEmpty()) {
            offsets.putAll(broker.beginningOffsets(uncommitted));
        }
        return offsets;
    }

    /** Used when retention has deleted the records at a position. */
    @Override
    @SuppressWarnings("deprecation") // the connector's interface requires it
    public OffsetResetStrategy getAutoOffsetResetStrategy() {
        return OffsetResetStrategy.EARLIEST;
    }
}
