package dev.segue.benchmarks.incidents;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** By size: which incidents a policy finds, how soon, and how many of the emitted incidents are simulated ones. */
final class SizesTable {

    private static final double MEDIAN = 0.5;
    private static final double MOST = 0.9;

    private SizesTable() {}

    static List<String> of(List<Finding> findings, Crowdedness crowdedness) {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                "| simulated | baseline %s | recall within two evaluations, %% (95 %%) | recall at all, %%"
                        + " | delay in evaluations, median (95 %%) | delay in evaluations, 90 %% (95 %%)"
                        + " | delay h, median | delay h, 90 %% | baseline %s: within two, at all | lower baseline"
                        + " | all: within two, %% | emitted | precision, %% (95 %%) |",
                crowdedness.clearly(), crowdedness.scarcely()));
        lines.add("|---".repeat(13) + "|");
        Kinds.of(findings).forEach((name, kind) -> lines.add(row(name, Kinds.only(findings, kind), crowdedness)));
        lines.add(row("all", findings, crowdedness));
        return lines;
    }

    private static String row(String name, List<Finding> all, Crowdedness crowdedness) {
        List<Finding> clear = crowdedness.clear(all);
        List<String> cells = new ArrayList<>(List.of(name, "" + clear.size()));
        cells.add(Interval.share(soon(clear), clear.size()));
        cells.add(Interval.share(found(clear), clear.size()));
        times(cells, clear, Finding::evaluations, "%.0f");
        times(cells, clear, Finding::hours, "%.1f");
        cells.add(ofThem(crowdedness.scarce(all)));
        cells.add(ofThem(crowdedness.tooFew(all)));
        cells.add(Interval.share(soon(all), all.size()));
        int result = all.stream().mapToInt(Finding::result).sum();
        cells.add("" + result);
        cells.add(Interval.share(all.stream().mapToInt(Finding::right).sum(), result));
        return "| " + String.join(" | ", cells) + " |";
    }

    private static String ofThem(List<Finding> findings) {
        return String.format("%d, %d of %d", soon(findings), found(findings), findings.size());
    }

    private static void times(List<String> cells, List<Finding> staged, ToDoubleFunction<Finding> time, String format) {
        double[] times = staged.stream()
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
