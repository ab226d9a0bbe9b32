package dev.segue.adapters.kafka.transaction;

import java.util.function.Consumer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;

/** Notes where a producer writes. Called by the producer's thread and by the task's. */
final class WrittenOffsets implements Consumer<RecordMetadata> {

    private OffsetRanges ranges = new OffsetRanges();

    @Override
    public synchronized void accept(RecordMetadata record) {
        // A record that could not be written has none.
        if (record.hasOffset()) {
            ranges.add(new TopicPartition(record.topic(), record.partition()), record.offset());
        }
    }

    /** What was noted since the last call. */
    synchronized OffsetRanges taken() {
        OffsetRanges taken = ranges;
        ranges = new OffsetRanges();
        return taken;
    }
}
