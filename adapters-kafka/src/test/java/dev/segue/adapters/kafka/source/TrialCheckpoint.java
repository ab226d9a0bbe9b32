package dev.segue.adapters.kafka.source;

import dev.segue.domain.clock.Clocks;
import java.util.List;
import java.util.Map;
import org.apache.flink.connector.kafka.source.enumerator.KafkaSourceEnumState;
import org.apache.flink.connector.kafka.source.split.KafkaPartitionSplit;

/** A completed checkpoint: what the coordinator and each reader stored. */
record TrialCheckpoint(KafkaSourceEnumState enumerator, Map<Integer, Part> parts) {

    /** What a reader had read, and the last time it emitted. */
    record Part(List<KafkaPartitionSplit> splits, long clock) {}

    static final TrialCheckpoint NONE =
            new TrialCheckpoint(new KafkaSourceEnumState(List.of(), List.of(), false), Map.of());

    /** The clock of the tasks downstream of all readers. */
    long clock() {
        return parts.values().stream().mapToLong(Part::clock).min().orElse(Clocks.NOT_STARTED);
    }
}
