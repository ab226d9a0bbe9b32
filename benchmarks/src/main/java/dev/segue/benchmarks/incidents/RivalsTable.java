package dev.segue.benchmarks.incidents;

import dev.segue.benchmarks.incidents.crowd.Disturbance;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleFunction;
import java.util.function.Predicate;

/**
 * Compares what a policy and its rivals find where the baseline reaches the minimum sample: each rival at its common
 * threshold, and at the one with as many false incidents as the policy.
 */
final class RivalsTable {

    private final List<Finding> ours;
    private final int falseIncidents;
    private final Crowdedness crowdedness;
    private final Map<Rival, DoubleFunction<String>> rivals = new LinkedHashMap<>();

    /**
     * A table of a policy, without rivals yet.
     *
     * @param ours the policy's findings
     * @param falseIncidents the policy's number of false incidents
     */
    RivalsTable(List<Finding> ours, int falseIncidents, Crowdedness crowdedness) {
        this.ours = ours;
        this.crowdedness = crowdedness;
        this.falseIncidents = falseIncidents;
    }

    /**
     * Adds a rival.
     *
     * @param name formats a threshold
     */
    RivalsTable beside(DoubleFunction<String> name, Rival rival) {
        rivals.put(rival, name);
        return this;
    }

    /** Percent found; for rivals at equal false incidents also how many only one of the two finds. */
    List<String> of(Predicate<Finding> found, double weeks) {
        List<String> head = new ArrayList<>(List.of("simulated", "Segue"));
        List<String> rates = new ArrayList<>(List.of("false incidents a week", Interval.rate(falseIncidents, weeks)));
        rivals.forEach((rival, name) -> {
            int equal = rival.stepWith(falseIncidents);
            head.add(name.apply(rival.threshold(0)));
            head.add(name.apply(rival.threshold(equal)));
            head.add("Segue : other");
            rates.add(Interval.rate(rival.falseIncidents(0), weeks));
            rates.add(Interval.rate(rival.falseIncidents(equal), weeks));
            rates.add("");
        });
        List<String> lines = new ArrayList<>();
        lines.add(line(head));
        lines.add("|---".repeat(head.size()) + "|");
        lines.add(line(rates));
        Kinds.of(ours).forEach((name, kind) -> lines.add(line(row(name, kind, found))));
        return lines;
    }

    private List<String> row(String name, Predicate<Disturbance> kind, Predicate<Finding> found) {
        List<Finding> mine = watched(ours, kind);
        List<String> cells = new ArrayList<>(List.of(name, share(mine, found)));
        for (Rival rival : rivals.keySet()) {
            List<Finding> theirs = watched(rival.findings(rival.stepWith(falseIncidents)), kind);
            cells.add(share(watched(rival.findings(0), kind), found));
            cells.add(share(theirs, found));
            cells.add(Paired.of(mine, theirs, found).toString());
        }
        return cells;
    }

    private List<Finding> watched(List<Finding> findings, Predicate<Disturbance> kind) {
        return Kinds.only(findings, kind).stream()
                .filter(crowdedness::isWatched)
                .toList();
    }

    private static String share(List<Finding> findings, Predicate<Finding> found) {
        return Interval.share((int) findings.stream().filter(found).count(), findings.size());
    }

    private static String line(List<String> cells) {
        return "| " + String.join(" | ", cells) + " |";
    }
}
