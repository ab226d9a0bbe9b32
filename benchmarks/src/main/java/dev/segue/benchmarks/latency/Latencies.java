package dev.segue.benchmarks.latency;

import java.util.Arrays;

/** A list of latencies with percentiles; in milliseconds. */
public final class Latencies {

    private long[] sorted = new long[1 << 10];
    private int count;

    /** Adds one. */
    public void add(long ms) {
        if (count == sorted.length) {
            sorted = Arrays.copyOf(sorted, 2 * count);
        }
        sorted[count++] = ms;
    }

    /** How many were added. */
    public int count() {
        return count;
    }

    /** Nearest-rank percentile; at least one latency must have been added. */
    public long percentile(int percent) {
        Arrays.sort(sorted, 0, count);
        return sorted[(int) Math.max(0, Math.ceil(count * percent / 100.0) - 1)];
    }
}
