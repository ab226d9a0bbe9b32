package dev.segue.adapters.flink.clock;

import dev.segue.domain.clock.Clocks;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The watermark of what one operator writes to a topic: no subtask writes anything from now on that it made at an earlier
 * acceptance clock. That is the acceptance clock at the last completed checkpoint. When a checkpoint is complete, every
 * subtask has passed its barrier, at the same acceptance clock, and all that it had written before has been flushed.
 *
 * <p>The acceptance clock itself promises nothing of the kind, because subtasks advance one by one: while history is caught
 * up, one may have leapt by weeks when another is still to write what it made before the leap.
 */
final class OutputWatermark {

    private final NavigableMap<Long, Long> byCheckpoint = new TreeMap<>();
    private long time;

    /**
     * At start.
     *
     * @param restored the acceptance clock in the checkpoint that the job resumes from; {@link Clocks#NOT_STARTED} if none
     */
    OutputWatermark(long restored) {
        this.time = restored == Clocks.ENDED ? Clocks.NOT_STARTED : restored;
    }

    /** In epoch milliseconds; {@link Clocks#NOT_STARTED} before the first checkpoint. */
    long time() {
        return time;
    }

    /**
     * A checkpoint has begun.
     *
     * @param acceptanceClock at its barrier
     */
    void begun(long checkpoint, long acceptanceClock) {
        byCheckpoint.put(checkpoint, acceptanceClock);
    }

    /** A checkpoint is complete. Flink may skip this; then the next one counts. */
    void completed(long checkpoint) {
        Long clock = byCheckpoint.get(checkpoint);
        if (clock != null && clock != Clocks.ENDED) {
            time = Math.max(time, clock);
        }
        byCheckpoint.headMap(checkpoint, true).clear();
    }
}
