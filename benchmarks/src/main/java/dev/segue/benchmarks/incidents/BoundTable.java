package dev.segue.benchmarks.incidents;

import dev.segue.benchmarks.incidents.crowd.Disturbance;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * What a policy finds within two evaluations, compared with what any detector could find at most, over all baselines.
 */
final class BoundTable {

    private static final double FALSE_ALARMS = 1;
    private static final double TARGET = 0.95;

    private BoundTable() {}

    /**
     * The rows for all simulated incidents, with extra columns for baselines clearly above the minimum sample.
     *
     * @param findings of the incidents that the oracle received, in the same order
     * @param weeks number of weeks that the oracle received without incidents
     */
    static List<String> of(List<Finding> findings, Crowdedness crowdedness, Oracle oracle, double weeks) {
        List<Boolean> possible = oracle.finds(FALSE_ALARMS * weeks);
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                "| simulated | number | Segue, %% (95 %%) | oracle, %% (95 %%) | Segue : oracle | Segue, baseline %s"
                        + " | oracle, baseline %s | false alarms a week at which the oracle finds 95 %% |",
                crowdedness.clearly(), crowdedness.clearly()));
        lines.add("|---|---|---|---|---|---|---|---|");
        Kinds.of(findings).forEach((name, kind) -> {
            double falseAlarms = oracle.falseAlarmsWhenItFinds(TARGET, kind) / weeks;
            lines.add(row(name, findings, crowdedness, possible, kind)
                    + String.format(Locale.ROOT, " %,.0f |", Math.ceil(falseAlarms)));
        });
        return lines;
    }

    private static String row(
            String name,
            List<Finding> findings,
            Crowdedness crowdedness,
            List<Boolean> possible,
            Predicate<Disturbance> kind) {
        Tally all = new Tally();
        Tally clear = new Tally();
        for (int i = 0; i < findings.size(); i++) {
            Finding finding = findings.get(i);
            if (kind.test(finding.staged())) {
                all.add(finding.foundSoon(), possible.get(i));
                if (crowdedness.isClear(finding)) {
                    clear.add(finding.foundSoon(), possible.get(i));
                }
            }
        }
        return String.format(
                "| %s | %d | %s | %s | %s | %s | %s |",
                name,
                all.number,
                all.found(),
                all.possible(),
                new Paired(all.onlyFound, all.onlyPossible),
                clear.found(),
                clear.possible());
    }

    /** Counts how often each of the two found an incident. */
    private static final class Tally {

        private int number;
        private int both;
        private int onlyFound;
        private int onlyPossible;

        void add(boolean isFound, boolean isPossible) {
            number++;
            both += isFound && isPossible ? 1 : 0;
            onlyFound += isFound && !isPossible ? 1 : 0;
            onlyPossible += isPossible && !isFound ? 1 : 0;
        }

        String found() {
            return Interval.share(both + onlyFound, number);
        }

        String possible() {
            return Interval.share(both + onlyPossible, number);
        }
    }
}
