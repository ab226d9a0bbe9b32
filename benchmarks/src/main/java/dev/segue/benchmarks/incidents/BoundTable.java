package dev.segue.benchmarks.incidents;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** What a policy finds within two evaluations, beside what could be found at most, wherever it is staged. */
final class BoundTable {

    private static final double FALSE_ALARMS = 1;
    private static final double TARGET = 0.95;

    private BoundTable() {}

    /**
     * All that is staged, and what is where there is more than enough to watch.
     *
     * @param findings of the incidents that the oracle heard, in their order
     * @param weeks that the oracle heard without incidents
     */
    static List<String> of(List<Finding> findings, Crowdedness crowdedness, Oracle oracle, double weeks) {
        List<Boolean> possible = oracle.finds(FALSE_ALARMS * weeks);
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                "| staged | number | Segue, %% (95 %%) | oracle, %% (95 %%) | only Segue : only it | Segue where %s are"
                        + " usual | oracle there | false alarms a week at which it finds 95 %% |",
                crowdedness.clearly()));
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

    /** How often which of both. */
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
