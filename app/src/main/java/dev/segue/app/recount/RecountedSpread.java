package dev.segue.app.recount;

import dev.segue.contracts.Bucket;
import dev.segue.contracts.Distribution;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How values spread: each as the largest of its bucket, in order, and what half of them, nine in ten and 99 in a hundred do
 * not exceed.
 */
record RecountedSpread(List<Integer> values, Integer p50, Integer p90, Integer p99) {

    private static final int EACH_BY_ITSELF = 32;
    private static final int BUCKETS_OF_A_DOUBLING = 16;

    static RecountedSpread of(Collection<Integer> values) {
        List<Integer> bounds =
                values.stream().map(RecountedSpread::largestLike).sorted().toList();
        return new RecountedSpread(bounds, rank(bounds, 50), rank(bounds, 90), rank(bounds, 99));
    }

    static RecountedSpread of(Distribution reported) {
        List<Integer> bounds = new ArrayList<>();
        for (Bucket bucket : reported.getBuckets()) {
            for (int i = 0; i < bucket.getCount(); i++) {
                bounds.add(bucket.getUpTo());
            }
        }
        return new RecountedSpread(bounds, reported.getP50(), reported.getP90(), reported.getP99());
    }

    private static int largestLike(int value) {
        if (value < EACH_BY_ITSELF) {
            return value;
        }
        int width = EACH_BY_ITSELF / BUCKETS_OF_A_DOUBLING;
        while (value >= 2 * BUCKETS_OF_A_DOUBLING * width) {
            width *= 2;
        }
        return value / width * width + width - 1;
    }

    /** The nearest rank. */
    private static Integer rank(List<Integer> sorted, int percent) {
        return sorted.isEmpty() ? null : sorted.get((sorted.size() * percent + 99) / 100 - 1);
    }

    @Override
    public String toString() {
        Map<Integer, Long> counts = values.stream()
                .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
        return counts + " (p50 " + p50 + ", p90 " + p90 + ", p99 " + p99 + ")";
    }
}
