package dev.segue.adapters.kafka.source;

import dev.segue.domain.clock.Clocks;
import org.apache.flink.connector.kafka.source.split.KafkaPartitionSplit;

/** A partition with its next offset and its clock: both are stored in the same checkpoint. */
final class ClockedSplit extends KafkaPartitionSplit {

    private static final long serialVersionUID = 1;

    private final long newest;
    private final long onceAllIsRead;

    /**
     * A partition that may have been read in part.
     *
     * @param newest time of the newest event read, in epoch milliseconds; {@link Clocks#NOT_STARTED} for none
     * @param onceAllIsRead its time once nothing on it is left unread; {@link Clocks#NOT_STARTED} if not another one
     */
    ClockedSplit(KafkaPartitionSplit split, long newest, long onceAllIsRead) {
        super(
                split.getTopicPartition(),
                split.getStartingOffset(),
                split.getStoppingOffset().orElse(NO_STOPPING_OFFSET));
        this.newest = newest;
        this.onceAllIsRead = onceAllIsRead;
    }

    /** Time of the newest event read from a partition; {@link Clocks#NOT_STARTED} for none. */
    static long newestOf(KafkaPartitionSplit split) {
        return split instanceof ClockedSplit clocked ? clocked.newest : Clocks.NOT_STARTED;
    }

    /** Time of a partition once nothing on it is left unread; {@link Clocks#NOT_STARTED} if not another one. */
    static long onceAllIsReadOf(KafkaPartitionSplit split) {
        return split instanceof ClockedSplit clocked ? clocked.onceAllIsRead : Clocks.NOT_STARTED;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ClockedSplit split
                && super.equals(other)
                && newest == split.newest
                && onceAllIsRead == split.onceAllIsRead;
    }

    @Override
    public int hashCode() {
        return 31 * (31 * super.hashCode() + Long.hashCode(newest)) + Long.hashCode(onceAllIsRead);
    }
}
