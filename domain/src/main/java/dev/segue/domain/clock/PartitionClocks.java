package dev.segue.domain.clock;

import java.util.HashMap;
import java.util.Map;

/**
 * Derives the acceptance clock from what was read on each partition: the minimum over the partitions that are not idle.
 * It depends on events alone and never goes back.
 *
 * <p>A partition that is assigned but not yet read holds the clock back until it is known to be idle. Callers of {@link
 * #idle} must have verified that nothing on the partition is left unread. When every partition is idle, none waits for
 * another, and the clock is that of the newest; otherwise it would depend on which one went idle first.
 *
 * @param <P> identifies a partition, or a group of partitions that counts as one
 */
public final class PartitionClocks<P> {

    private final long outOfOrdernessMs;
    private final Map<P, Partition> partitions = new HashMap<>();
    private long time = Clocks.NOT_STARTED;

    /**
     * Without partitions.
     *
     * @param outOfOrdernessMs how far behind the newest event of its partition an event normally is, at most; 0 or more
     */
    public PartitionClocks(long outOfOrdernessMs) {
        if (outOfOrdernessMs < 0) {
            throw new IllegalArgumentException("outOfOrdernessMs must not be negative, but is " + outOfOrdernessMs);
        }
        this.outOfOrdernessMs = outOfOrdernessMs;
    }

    /** Assigns a partition from which nothing has been read. The clock waits for it. */
    public void assigned(P partition) {
        assigned(partition, Clocks.NOT_STARTED, Clocks.NOT_STARTED);
    }

    /**
     * Assigns a partition, or resets one that was assigned before. The clock waits for it.
     *
     * @param newest time of the newest event read from it before, in epoch milliseconds; {@link Clocks#NOT_STARTED} if
     *     none
     * @param onceAllIsRead its time once nothing on it is left unread; {@link Clocks#NOT_STARTED} if that is the same
     */
    public void assigned(P partition, long newest, long onceAllIsRead) {
        Partition assigned = new Partition();
        assigned.newest = newest;
        assigned.onceAllIsRead = onceAllIsRead;
        partitions.put(partition, assigned);
    }

    /** The time of the newest event of a partition, in epoch milliseconds; {@link Clocks#NOT_STARTED} if none. */
    public long newest(P partition) {
        return known(partition).newest;
    }

    /** The time of a partition once nothing on it is left unread; {@link Clocks#NOT_STARTED} if not another one. */
    public long onceAllIsRead(P partition) {
        return known(partition).onceAllIsRead;
    }

    /** The partition has been read to its final end; the clock no longer waits for it. */
    public void finished(P partition) {
        partitions.remove(partition);
    }

    /** A usable event was read: advances the partition's clock, and makes the partition active. */
    public void observe(P partition, long occurredAt) {
        Partition observed = known(partition);
        observed.idle = false;
        if (occurredAt > observed.newest) {
            observed.newest = occurredAt;
        }
    }

    /** What was read on a partition says that this is its time as soon as nothing on it is left unread. */
    public void observeOnceAllIsRead(P partition, long time) {
        Partition observed = known(partition);
        observed.onceAllIsRead = Math.max(observed.onceAllIsRead, time);
    }

    /** Nothing on this partition is left unread, and nothing arrives; the clock does not wait for it. */
    public void idle(P partition) {
        Partition idle = known(partition);
        idle.idle = true;
        idle.newest = Math.max(idle.newest, idle.onceAllIsRead);
    }

    /** The partition is not, or no longer, known to be idle; the clock waits for it. */
    public void active(P partition) {
        known(partition).idle = false;
    }

    /** Whether the clock waits for no partition. */
    public boolean allIdle() {
        return partitions.values().stream().allMatch(partition -> partition.idle);
    }

    /**
     * The acceptance clock; {@link Clocks#NOT_STARTED} until something has been read from every partition that is not
     * idle.
     */
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
        private long onceAllIsRead = Clocks.NOT_STARTED;
        private boolean idle;
    }
}
