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
 * Starts where the group left off, else at the earliest record; decided once, in numbers. Flink's own initializer leaves
 * the decision to the reader, so that a partition restored before its first record would start where the group has come to
 * since, and skip what lies between.
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

    /** For positions that retention has overtaken. */
    @Override
    @SuppressWarnings("deprecation") // the connector's interface asks for it
    public OffsetResetStrategy getAutoOffsetResetStrategy() {
        return OffsetResetStrategy.EARLIEST;
    }
}
