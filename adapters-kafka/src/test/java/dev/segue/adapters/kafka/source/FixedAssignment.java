package dev.segue.adapters.kafka.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.api.connector.source.SplitsAssignment;
import org.apache.flink.connector.kafka.source.enumerator.KafkaSourceEnumState;
import org.apache.flink.connector.kafka.source.split.KafkaPartitionSplit;

/** Assigns each partition to one reader, as Flink's own enumerator does. */
final class FixedAssignment implements SplitEnumerator<KafkaPartitionSplit, KafkaSourceEnumState> {

    private final int partitions;
    private final SplitEnumeratorContext<KafkaPartitionSplit> context;
    private final Map<Integer, KafkaPartitionSplit> assigned = new TreeMap<>();

    FixedAssignment(
            int partitions, SplitEnumeratorContext<KafkaPartitionSplit> context, KafkaSourceEnumState restored) {
        this.partitions = partitions;
        this.context = context;
        restored.assignedSplits()
                .forEach(split -> assigned.put(split.getTopicPartition().partition(), split));
    }

    @Override
    public void addReader(int reader) {
        List<KafkaPartitionSplit> more = new ArrayList<>();
        for (int partition = reader; partition < partitions; partition += context.currentParallelism()) {
            if (!assigned.containsKey(partition)) {
                KafkaPartitionSplit split = new KafkaPartitionSplit(PartitionHistories.name(partition), 0);
                assigned.put(partition, split);
                more.add(split);
            }
        }
        if (!more.isEmpty()) {
            context.assignSplits(new SplitsAssignment<>(Map.of(reader, more)));
        }
    }

    @Override
    public void addSplitsBack(List<KafkaPartitionSplit> splits, int reader) {
        splits.forEach(split -> assigned.remove(split.getTopicPartition().partition()));
    }

    /** Partitions assigned to a reader after the checkpoint. */
    List<KafkaPartitionSplit> assignedAfter(TrialCheckpoint checkpoint, int reader) {
        TrialCheckpoint.Part part = checkpoint.parts().get(reader);
        return assigned.values().stream()
                .filter(split -> split.getTopicPartition().partition() % context.currentParallelism() == reader)
                .filter(split -> part == null
                        || part.splits().stream()
                                .noneMatch(read -> read.getTopicPartition().equals(split.getTopicPartition())))
                .toList();
    }

    @Override
    public KafkaSourceEnumState snapshotState(long checkpoint) {
        List<KafkaPartitionSplit> unassigned = new ArrayList<>();
        for (int partition = 0; partition < partitions; partition++) {
            if (!assigned.containsKey(partition)) {
                unassigned.add(new KafkaPartitionSplit(PartitionHistories.name(partition), 0));
            }
        }
        return new KafkaSourceEnumState(List.copyOf(assigned.values()), unassigned, true);
    }

    @Override
    public void start() {}

    @Override
    public void handleSplitRequest(int reader, String host) {}

    @Override
    public void close() {}
}
