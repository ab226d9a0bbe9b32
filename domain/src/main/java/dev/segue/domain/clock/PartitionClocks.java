package dev.segue.domain.clock;

import java.util.HashMap;
import java.util.Map;

/**
 * Tells the acceptance clock from what was heard on each partition: the minimum over the partitions that are not idle.
 * It comes from events alone and never goes back.
 *
 * <p>A partition that has been assigned but not heard holds the clock, until it is known to be idle. Who calls
 * {@link #idle} must have verified that nothing on the partition is left unread. When every partition is idle, none
 * waits for another any more, and the clock is that of the newest: otherwise it would depend on which one fell silent
 * first.
 *
 * @param <P> names a partition, or a group of partitions that is heard as one
 */
public final class PartitionClocks<P> {

    private final long outOfOrdernessMs;
    private final Map<P, Partition> partitions = new HashMap<>();
    private long time = Clocks.NOT_STARTED;

    /**
     * Clocks of no partition, yet.
     *
     * @param outOfOrdernessMs how far behind the newest event of its partition an event usually is, at most; 0 or more
     */
    public PartitionClocks(long outOfOrdernessMs) {
        if (outOfOrdernessMs < 0) {
            throw new IllegalArgumentException("outOfOrdernessMs must not be negative, but is " + outOfOrdernessMs);
        }
        this.outOfOrdernessMs = outOfOrdernessMs;
    }

    /** From now on the clock waits for this partition, of which nothing has been read. */
    public void assigned(P partition) {
        assigned(partition, Clocks.NOT_STARTED);
    }

    /**
     * From now on the clock waits for this partition. One that was assigned before starts anew.
     *
     * @param newest the time of the newest event that was read of it before, in epoch milliseconds; {@link
     *     Clocks#NOT_STARTED} for none
     */
    public void assigned(P partition, long newest) {
        Partition assigned = new Partition();
        assigned.newest = newest;
        partitions.put(partition, assigned);
    }

    /** The time of the newest event of a partition, in epoch milliseconds; {@link Clocks#NOT_STARTED} for none. */
    public long newest(P partition) {
        return known(partition).newest;
    }

    /** This partition has been read to its end for good; the clock does not wait for it any more. */
    public void finished(P partition) {
        partitions.remove(partition);
    }

    /** A usable event was heard: moves the partition's clock, and wakes it. */
    public void accepted(P partition, long occurredAt) {
        Partition accepted = known(partition);
        accepted.idle = false;
        if (occurredAt > accepted.newest) {
            accepted.newest = occurredAt;
        }
    }

    /** Nothing is left unread on this partition, and nothing comes: the clock does not wait for it. */
    public void idle(P partition) {
        known(partition).idle = true;
    }

    /** This partition cannot be said to be idle (any more): the clock waits for it. */
    public void active(P partition) {
        known(partition).idle = false;
    }

    /** Whether the clock waits for no partition. */
    public boolean allIdle() {
        return partitions.values().stream().allMatch(partition -> partition.idle);
    }

    /** What time it is; {@link Clocks#NOT_STARTED} before every partition that is not idle has been heard. */
    public long time() {
        long oldestActive = Long.MAX_VALUE;
        long newest = Clocks.NOT_STARTED;
        boolean anyActive = false;
        for (Partition partition : partitions.values()) {
            newest = Math.max(newest, partition.newest);
            if (!partition.idle) {
                anyActive = true;
                oldestActive = Math.min(oldestActive, partition.newest);
            }
        }
        time = Math.max(time, lessOutOfOrderness(anyActive ? oldestActive : newest));
        return time;
    }

    private long lessOutOfOrderness(long newest) {
        return newest < Clocks.NOT_STARTED + outOfOrdernessMs ? Clocks.NOT_STARTED : newest - outOfOrdernessMs;
    }

    private Partition known(P name) {
        Partition partition = partitions.get(name);
        if (partition == null) {
            throw new IllegalArgumentException("partition " + name + " has not been assigned");
        }
        return partition;
    }

    private static final class Partition {
        private long newest = Clocks.NOT_STARTED;
        private boolean idle;
    }
}
