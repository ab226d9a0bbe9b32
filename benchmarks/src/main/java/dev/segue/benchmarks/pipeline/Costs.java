package dev.segue.benchmarks.pipeline;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The cost of one more event in each pipeline: the difference between two sizes, by repetition. */
final class Costs {

    private static final double MICROS_PER_MS = 1_000;

    private final long moreEvents;
    private final Map<Side, List<Long>> small = new EnumMap<>(Side.class);
    private final Map<Side, List<Long>> large = new EnumMap<>(Side.class);

    /**
     * Creates an empty collection.
     *
     * @param moreEvents how many more events the larger size has
     */
    Costs(long moreEvents) {
        this.moreEvents = moreEvents;
    }

    void add(Side side, boolean isLarge, long cpuMs) {
        (isLarge ? large : small)
                .computeIfAbsent(side, key -> new ArrayList<>())
                .add(cpuMs);
    }

    /** CPU time of one more event in each repetition, in microseconds, in ascending order. */
    private List<Double> perEvent(Side side) {
        List<Double> costs = new ArrayList<>();
        for (int i = 0; i < large.get(side).size(); i++) {
            costs.add((large.get(side).get(i) - small.get(side).get(i)) * MICROS_PER_MS / moreEvents);
        }
        costs.sort(null);
        return costs;
    }

    /** The median; for an even number of values, the mean of the middle two. */
    private static double median(List<Double> sorted) {
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    /** A Markdown table. */
    String table() {
        StringBuilder table =
                new StringBuilder("| pipeline | CPU µs per event | minimum to maximum | multiple of the floor |\n");
        table.append("|---|---|---|---|\n");
        for (Side side : large.keySet()) {
            List<Double> costs = perEvent(side);
            String ratio = large.containsKey(Side.FLOOR)
                    ? String.format(Locale.ROOT, "%.2f", median(costs) / median(perEvent(Side.FLOOR)))
                    : "";
            table.append(String.format(
                    Locale.ROOT,
                    "| %s | %.2f | %.2f to %.2f | %s |%n",
                    side,
                    median(costs),
                    costs.get(0),
                    costs.get(costs.size() - 1),
                    ratio));
        }
        return table.toString();
    }
}
