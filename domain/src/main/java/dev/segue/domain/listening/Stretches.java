package dev.segue.domain.listening;

import java.util.Arrays;

/** A set of time intervals, merged where they touch or overlap. */
public final class Stretches {

    private long[] starts = new long[16];
    private long[] ends = new long[16];
    private int size;
    private boolean joined = true;

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

    /** The number of disjoint intervals. */
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

    /** Total length of the intervals. */
    public long length() {
        join();
        long length = 0;
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
