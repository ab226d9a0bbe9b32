package dev.segue.domain.kpi;

import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How often values occurred, in fixed {@link Buckets} that grow with the value. Unlike in a sketch, what was counted can be
 * taken back.
 *
 * @param counts how many values, by the largest value of their bucket; empty buckets are absent
 */
public record Distribution(SortedMap<Integer, Integer> counts) {

    public static final Distribution EMPTY = new Distribution(Collections.emptySortedMap());

    private static final int PERCENT = 100;

    public Distribution {
        counts = Collections.unmodifiableSortedMap(new TreeMap<>(counts));
    }

    /** One value. */
    public static Distribution of(int value) {
        return new Distribution(new TreeMap<>(Map.of(Buckets.upTo(value), 1)));
    }

    /** These values. */
    public static Distribution of(Collection<Integer> values) {
        SortedMap<Integer, Integer> counts = new TreeMap<>();
        values.forEach(value -> counts.merge(Buckets.upTo(value), 1, Integer::sum));
        return counts.isEmpty() ? EMPTY : new Distribution(counts);
    }

    /** These values and, {@code sign} times, the others: 1 adds them, -1 takes them back. */
    Distribution with(Distribution other, int sign) {
        if (other.counts.isEmpty()) {
            return this;
        }
        SortedMap<Integer, Integer> sum = new TreeMap<>(counts);
        other.counts.forEach((upTo, count) ->
                sum.merge(upTo, sign * count, (before, more) -> before + more == 0 ? null : before + more));
        return new Distribution(sum);
    }

    /** How many values. */
    public long total() {
        return counts.values().stream().mapToLong(Integer::longValue).sum();
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
        for (Map.Entry<Integer, Integer> bucket : counts.entrySet()) {
            seen += bucket.getValue();
            if (seen * PERCENT >= total * percent) {
                return OptionalInt.of(bucket.getKey());
            }
        }
        return OptionalInt.empty();
    }
}
