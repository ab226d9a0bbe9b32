package dev.segue.benchmarks.incidents;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Which incidents a policy finds, how soon, and how many of those that it tells are staged ones, by size. */
final class SizesTable {

    private static final double MEDIAN = 0.5;
    private static final double MOST = 0.9;

    private SizesTable() {}

    static List<String> of(List<Finding> findings, int leastSample) {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                "| staged | where %d or more are usual | found within two evaluations, %% (95 %%) | found at all"
                        + " | evaluations until found, median (95 %%) | 90 %% of them (95 %%) | hours, median"
                        + " | 90 %% of them | where fewer are: found within two | at all | told | staged ones, %% (95 %%) |",
                leastSample));
        lines.add("|---|---|---|---|---|---|---|---|---|---|---|---|");
        Kinds.of(findings).forEach((name, kind) -> lines.add(row(name, Kinds.only(findings, kind))));
        lines.add(row("all", findings));
        return lines;
    }

    private static String row(String name, List<Finding> all) {
        List<Finding> watched = all.stream().filter(Finding::watched).toList();
        List<Finding> others = all.stream().filter(each -> !each.watched()).toList();
        List<String> cells = new ArrayList<>(List.of(name, "" + watched.size()));
        cells.add(Interval.share(soon(watched), watched.size()));
        cells.add(Interval.share(found(watched), watched.size()));
        times(cells, watched, Finding::evaluations, "%.0f");
        times(cells, watched, Finding::hours, "%.1f");
        cells.add(soon(others) + " of " + others.size());
        cells.add(found(others) + " of " + others.size());
        int told = all.stream().mapToInt(Finding::told).sum();
        cells.add("" + told);
        cells.add(Interval.share(all.stream().mapToInt(Finding::right).sum(), told));
        return "| " + String.join(" | ", cells) + " |";
    }

    private static void times(
            List<String> cells, List<Finding> watched, ToDoubleFunction<Finding> time, String format) {
        double[] times = watched.stream()
                .filter(Finding::found)
                .mapToDouble(time)
                .sorted()
                .toArray();
        cells.add(Interval.quantile(times, MEDIAN, format));
        cells.add(Interval.quantile(times, MOST, format));
    }

    private static int soon(List<Finding> findings) {
        return (int) findings.stream().filter(Finding::foundSoon).count();
    }

    private static int found(List<Finding> findings) {
        return (int) findings.stream().filter(Finding::found).count();
    }
}
