package dev.segue.benchmarks.latency;

import java.util.Arrays;

/** Lengths of time, of which one wants to know how long most and nearly all are; in milliseconds. */
final class Latencies {

    private long[] sorted = new long[1 << 10];
    private int count;

    void add(long ms) {
        if (count == sorted.length) {
            sorted = Arrays.copyOf(sorted, 2 * count);
        }
        sorted[count++] = ms;
    }

    int count() {
        return count;
    }

    /** The shortest that is not exceeded by so many of a hundred; at least one must have been added. */
    long percentile(int percent) {
        Arrays.sort(sorted, 0, count);
        return sorted[(int) Math.max(0, Math.ceil(count * percent / 100.0) - 1)];
    }
}
