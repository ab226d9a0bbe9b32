package dev.segue.domain.listening;

import java.util.Arrays;

/** A set of time intervals, merged where they touch or overlap. */
public final class Stretches {

    private long[] starts = new long[16];
    private long[] ends = new long[16];
    private int size;
    private boolean joined = true;
    private long settledMs;

    /** Empty. */
    public Stretches() {}

    /**
     * Restores stored state.
     *
     * @param settledMs the total length of the intervals that were settled, in milliseconds
     * @param bounds start and end of each other interval; these are disjoint, and in order
     */
    public Stretches(long settledMs, long... bounds) {
        this.settledMs = settledMs;
        for (int i = 0; i < bounds.length; i += 2) {
            add(bounds[i], bounds[i + 1]);
        }
        joined = true;
    }

    /** Adds the interval from {@code from} to {@code to}; an instant adds nothing. */
    public void add(long from, long to) {
        if (to <= from) {
            return;
        }
        if (size == starts.length) {
            starts = Arrays.copyOf(starts, size * 2);
            ends = Arrays.copyOf(ends, size * 2);
        }
        starts[size] = from;
        ends[size] = to;
        size++;
        joined = false;
    }

    /**
     * Keeps only the total length of the intervals that end by {@code until}. No interval that is added later may begin
     * before that.
     */
    public void settle(long until) {
        join();
        int settled = 0;
        while (settled < size && ends[settled] <= until) {
            settledMs += ends[settled] - starts[settled];
            settled++;
        }
        size -= settled;
        System.arraycopy(starts, settled, starts, 0, size);
        System.arraycopy(ends, settled, ends, 0, size);
    }

    /** The total length of the intervals that were settled, in milliseconds. */
    public long settledMs() {
        return settledMs;
    }

    /** A copy that shares nothing with this. */
    public Stretches copy() {
        Stretches copy = new Stretches(settledMs);
        join();
        for (int i = 0; i < size; i++) {
            copy.add(starts[i], ends[i]);
        }
        copy.joined = true;
        return copy;
    }

    /** The number of disjoint intervals, without those that were settled. */
    public int count() {
        join();
        return size;
    }

    /** Start of the interval with this number; numbered from 0, in order. */
    public long start(int number) {
        join();
        return starts[number];
    }

    /** End of the interval with this number. */
    public long end(int number) {
        join();
        return ends[number];
    }

    /** Total length of the intervals, settled ones included, in milliseconds. */
    public long length() {
        join();
        long length = settledMs;
        for (int i = 0; i < size; i++) {
            length += ends[i] - starts[i];
        }
        return length;
    }

    private void join() {
        if (joined) {
            return;
        }
        // Starts and ends may be sorted apart: in a sweep, the n-th stretch to begin need not be the n-th to end.
        Arrays.sort(starts, 0, size);
        Arrays.sort(ends, 0, size);
        int kept = 0;
        int begun = 0;
        for (int i = 0; i < size; i++) {
            boolean nothingSoundsAfter = i == size - 1 || starts[i + 1] > ends[i];
            if (nothingSoundsAfter) {
                long start = starts[begun];
                starts[kept] = start;
                ends[kept] = ends[i];
                kept++;
                begun = i + 1;
            }
        }
        size = kept;
        joined = true;
    }
}
