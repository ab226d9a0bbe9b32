package dev.segue.domain.kpi;

import java.util.Arrays;
import java.util.Collection;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How often values occurred, in fixed {@link Buckets} that grow with the value. Unlike in a sketch, what was counted can be
 * taken back. Two arrays, because rows are added to each other for every session that is counted.
 */
public final class Distribution {

    public static final Distribution EMPTY = new Distribution(new int[0], new int[0]);

    private static final int PERCENT = 100;

    /** The largest value of each bucket that is not empty, in order. */
    private final int[] upTo;

    private final int[] counts;

    private Distribution(int[] upTo, int[] counts) {
        this.upTo = upTo;
        this.counts = counts;
    }

    /** One value. */
    public static Distribution of(int value) {
        return new Distribution(new int[] {Buckets.upTo(value)}, new int[] {1});
    }

    /** These values. */
    public static Distribution of(Collection<Integer> values) {
        SortedMap<Integer, Integer> counts = new TreeMap<>();
        values.forEach(value -> counts.merge(Buckets.upTo(value), 1, Integer::sum));
        return ofBuckets(counts);
    }

    /**
     * These buckets.
     *
     * @param counts how many values, by the largest value of their bucket
     */
    public static Distribution ofBuckets(SortedMap<Integer, Integer> counts) {
        return counts.isEmpty()
                ? EMPTY
                : new Distribution(
                        counts.keySet().stream().mapToInt(Integer::intValue).toArray(),
                        counts.values().stream().mapToInt(Integer::intValue).toArray());
    }

    /**
     * These buckets.
     *
     * @param upTo the largest value of each, in order; not to be changed any more
     * @param counts how many values each has; not to be changed any more
     */
    public static Distribution ofBuckets(int[] upTo, int[] counts) {
        return new Distribution(upTo, counts);
    }

    /** Both together. */
    public Distribution plus(Distribution other) {
        return with(other, 1);
    }

    /** These values and, {@code sign} times, the others: 1 adds them, -1 takes them back. */
    Distribution with(Distribution other, int sign) {
        if (other.upTo.length == 0) {
            return this;
        }
        int[] allUpTo = new int[upTo.length + other.upTo.length];
        int[] sums = new int[allUpTo.length];
        int size = 0;
        int here = 0;
        int there = 0;
        while (here < upTo.length || there < other.upTo.length) {
            long next = Math.min(upToOrMore(here), other.upToOrMore(there));
            int sum = 0;
            if (upToOrMore(here) == next) {
                sum += counts[here++];
            }
            if (other.upToOrMore(there) == next) {
                sum += sign * other.counts[there++];
            }
            allUpTo[size] = (int) next;
            sums[size] = sum;
            size += sum == 0 ? 0 : 1;
        }
        return size == 0 ? EMPTY : new Distribution(Arrays.copyOf(allUpTo, size), Arrays.copyOf(sums, size));
    }

    /** The largest value of a bucket; after the last one, more than any. */
    private long upToOrMore(int bucket) {
        return bucket < upTo.length ? upTo[bucket] : Long.MAX_VALUE;
    }

    /** How many buckets are not empty. */
    public int buckets() {
        return upTo.length;
    }

    /**
     * The largest value of a bucket.
     *
     * @param bucket its index among those that are not empty
     */
    public int upTo(int bucket) {
        return upTo[bucket];
    }

    /** How many values a bucket has. */
    public int count(int bucket) {
        return counts[bucket];
    }

    /** How many values are in the bucket of which this is the largest value. */
    public int countOf(int largest) {
        int bucket = Arrays.binarySearch(upTo, largest);
        return bucket < 0 ? 0 : counts[bucket];
    }

    /** How many values are in buckets whose largest value is this or more. */
    public long countFrom(int least) {
        long sum = 0;
        for (int bucket = upTo.length - 1; bucket >= 0 && upTo[bucket] >= least; bucket--) {
            sum += counts[bucket];
        }
        return sum;
    }

    /** How many values. */
    public long total() {
        return countFrom(Integer.MIN_VALUE);
    }

    /**
     * The largest value of the first bucket at or below whose end so many percent of the values lie; empty when there are
     * none. At most 6.25 % too large, never too small.
     *
     * @param percent 1 to 100
     */
    public OptionalInt percentile(int percent) {
        long total = total();
        long seen = 0;
        for (int bucket = 0; bucket < upTo.length; bucket++) {
            seen += counts[bucket];
            if (seen * PERCENT >= total * percent) {
                return OptionalInt.of(upTo[bucket]);
            }
        }
        return OptionalInt.empty();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Distribution that
                && Arrays.equals(upTo, that.upTo)
                && Arrays.equals(counts, that.counts);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(upTo) + Arrays.hashCode(counts);
    }

    /** As the map of a bucket's largest value to its count would be written. */
    @Override
    public String toString() {
        return IntStream.range(0, upTo.length)
                .mapToObj(bucket -> upTo[bucket] + "=" + counts[bucket])
                .collect(Collectors.joining(", ", "{", "}"));
    }
}
