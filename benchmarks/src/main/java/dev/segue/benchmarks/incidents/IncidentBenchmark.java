package dev.segue.benchmarks.incidents;

import dev.segue.domain.alert.AlertRules;
import dev.segue.domain.alert.Policy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Simulates weeks with and without incidents, and prints as tables who finds which, and how often without cause. */
@Command(
        name = "benchmarks/run alerts",
        mixinStandardHelpOptions = true,
        description = {
            "Lets the rule of the alerts job and two simpler ones hear nine simulated weeks of 20 countries and 10 playlists:"
                    + " three quiet ones after six that teach, and then the same with an incident in each series.",
            "What the tables mean: docs/alerts.md"
        })
public final class IncidentBenchmark implements Callable<Integer> {

    /** A Monday: six weeks later clocks are set back in Europe, seven weeks later in North America; before, they go on. */
    private static final LocalDate BEGINNING = LocalDate.parse("2026-09-14");

    private static final int TEACHING = 6;
    private static final int WATCHED = 3;

    private static final Policy LISTENED = Policy.DEFAULTS.get(0);
    private static final Policy SONGS = Policy.DEFAULTS.get(1);
    private static final AlertRules RULES = AlertRules.DEFAULT;

    private static final int TWO = 2;
    private static final double USUAL_SHARE = 0.3;
    private static final double MOST_SHARE = 3;
    private static final double USUAL_Z = 3;
    private static final double MOST_Z = 60;

    @Option(
            names = "--seeds",
            split = ",",
            description =
                    "Which worlds, as whole numbers separated by commas; left out, ${DEFAULT-VALUE}. 1 to 3 were used to"
                            + " choose the defaults, 101 to 105 were reported before.",
            defaultValue = "201,202,203,204,205")
    private List<Long> seeds;

    private final Rival fixed = new Rival(plain(PlainDetector.Score.FIXED_THRESHOLD), USUAL_SHARE, MOST_SHARE);
    private final Rival zScore = new Rival(plain(PlainDetector.Score.Z_SCORE), USUAL_Z, MOST_Z);
    private final List<Finding> findings = new ArrayList<>();
    private int falseListened;
    private int falseSongs;
    private int toldWithIncidents;
    private int rightlyTold;

    /** Measures as the words say. */
    public static void main(String[] words) {
        System.exit(new CommandLine(new IncidentBenchmark()).execute(words));
    }

    @Override
    public Integer call() {
        for (long seed : seeds) {
            List<Crowd> crowds = Crowd.all(seed);
            List<Disturbance> staged = Staged.forAll(crowds, BEGINNING.plusWeeks(TEACHING), seed);
            for (int i = 0; i < crowds.size(); i++) {
                hearQuiet(crowds.get(i));
                hear(crowds.get(i), staged.get(i));
            }
            System.err.printf("The world of seed %d was heard.%n", seed);
        }
        print();
        return 0;
    }

    private static PlainDetector plain(PlainDetector.Score score) {
        return new PlainDetector(score, RULES.agesMs(), LISTENED.leastSample());
    }

    private static long from(Crowd crowd) {
        return BEGINNING
                .plusWeeks(TEACHING)
                .atStartOfDay(crowd.country().zone())
                .toInstant()
                .toEpochMilli();
    }

    private void hearQuiet(Crowd crowd) {
        List<Hour> hours = crowd.over(BEGINNING, TEACHING + WATCHED, Disturbance.NONE);
        long from = from(crowd);
        falseListened += new SegueDetector(LISTENED, RULES)
                .incidentsIn(crowd, hours, from)
                .size();
        falseSongs +=
                new SegueDetector(SONGS, RULES).incidentsIn(crowd, hours, from).size();
        fixed.hearQuiet(hours, from);
        zScore.hearQuiet(hours, from);
    }

    private void hear(Crowd crowd, Disturbance staged) {
        List<Hour> hours = crowd.over(BEGINNING, TEACHING + WATCHED, staged);
        long from = from(crowd);
        List<Detected> told = new SegueDetector(LISTENED, RULES).incidentsIn(crowd, hours, from);
        toldWithIncidents += told.size();
        rightlyTold += (int) told.stream().filter(each -> each.finds(staged)).count();
        findings.add(Finding.of(staged, hours, RULES.agesMs(), LISTENED.leastSample(), told));
        fixed.hear(staged, hours, from);
        zScore.hear(staged, hours, from);
    }

    private void print() {
        double weeks = (double) WATCHED * seeds.size();
        long watched = findings.stream().filter(Finding::watched).count();
        say(
                "Seeds %s: %,d series; %d incidents staged, %d of them where %d or more sessions are usual.%n",
                seeds, 200 * seeds.size(), findings.size(), watched, LISTENED.leastSample());
        say("False incidents per 20 countries x 10 playlists x week, over %.0f quiet weeks:%n", weeks);
        say("| policy | false incidents a week (95 %%) |%n|---|---|");
        say("| listened-time | %s |", Interval.rate(falseListened, weeks));
        say("| songs-per-run | %s |", Interval.rate(falseSongs, weeks));
        say("| both | %s |%n", Interval.rate(falseListened + falseSongs, weeks));
        say(
                "Of %d incidents told where some were staged, %s %% are staged ones.%n",
                toldWithIncidents, Interval.share(rightlyTold, toldWithIncidents));
        printBySize();
        printRivals(weeks);
    }

    private void printBySize() {
        say(
                "| staged | number | found within two evaluations, %% (95 %%) | found at all, %% (95 %%) | evaluations until found,"
                        + " median and 90 %% | hours until found | where fewer sessions are usual: found at all |");
        say("|---|---|---|---|---|---|---|");
        kinds().forEach((name, kind) -> {
            List<Finding> watched =
                    findings.stream().filter(kind).filter(Finding::watched).toList();
            List<Finding> others = findings.stream()
                    .filter(kind)
                    .filter(finding -> !finding.watched())
                    .toList();
            List<Finding> found = watched.stream().filter(Finding::found).toList();
            say(
                    "| %s | %d | %s | %s | %s | %s | %d of %d |",
                    name,
                    watched.size(),
                    Interval.share(
                            (int) watched.stream()
                                    .filter(each -> each.foundWithin(TWO))
                                    .count(),
                            watched.size()),
                    Interval.share(found.size(), watched.size()),
                    quantiles(found.stream().mapToDouble(Finding::evaluations).toArray(), "%.0f"),
                    quantiles(found.stream().mapToDouble(Finding::hours).toArray(), "%.1f"),
                    (int) others.stream().filter(Finding::found).count(),
                    others.size());
        });
        say("");
    }

    private void printRivals(double weeks) {
        int equalFixed = fixed.stepWith(falseListened);
        int equalZ = zScore.stepWith(falseListened);
        Map<String, List<Finding>> columns = new LinkedHashMap<>();
        columns.put("Segue", findings);
        columns.put(String.format(Locale.ROOT, "%.0f %% from last week", 100 * fixed.usual()), fixed.findings(0));
        columns.put(String.format(Locale.ROOT, "z > %.0f", zScore.usual()), zScore.findings(0));
        columns.put(
                String.format(Locale.ROOT, "%.0f %% from last week", 100 * fixed.threshold(equalFixed)),
                fixed.findings(equalFixed));
        columns.put(String.format(Locale.ROOT, "z > %.1f", zScore.threshold(equalZ)), zScore.findings(equalZ));
        say("| found within two evaluations / at all, %% | %s |", String.join(" | ", columns.keySet()));
        say("|---|---|---|---|---|---|");
        say(
                "| false incidents a week | %.2f | %.1f | %.1f | %.2f | %.2f |",
                falseListened / weeks,
                fixed.falseIncidents(0) / weeks,
                zScore.falseIncidents(0) / weeks,
                fixed.falseIncidents(equalFixed) / weeks,
                zScore.falseIncidents(equalZ) / weeks);
        kinds().forEach((name, kind) -> {
            List<String> cells = new ArrayList<>();
            columns.values()
                    .forEach(column -> cells.add(cell(column.stream()
                            .filter(kind)
                            .filter(Finding::watched)
                            .toList())));
            say("| %s | %s |", name, String.join(" | ", cells));
        });
    }

    private static String cell(List<Finding> findings) {
        double whole = findings.size();
        return String.format(
                Locale.ROOT,
                "%.0f / %.0f",
                100 * findings.stream().filter(each -> each.foundWithin(TWO)).count() / whole,
                100 * findings.stream().filter(Finding::found).count() / whole);
    }

    /** Every size, and every length of those that halve. */
    private Map<String, Predicate<Finding>> kinds() {
        Map<String, Predicate<Finding>> kinds = new LinkedHashMap<>();
        Set<String> sizes = new LinkedHashSet<>();
        findings.stream()
                .map(Finding::staged)
                .sorted((one, other) -> Double.compare(one.effect(), other.effect()))
                .forEach(staged -> sizes.add(staged.size()));
        for (String size : sizes) {
            kinds.put(size, finding -> finding.staged().size().equals(size));
        }
        for (int hours : new int[] {1, 3, 12, 72}) {
            kinds.put(
                    "-50 %, " + hours + " h",
                    finding -> finding.staged().size().equals("-50 %")
                            && finding.staged().length().toHours() == hours);
        }
        return kinds;
    }

    private static String quantiles(double[] values, String format) {
        if (values.length == 0) {
            return "";
        }
        Arrays.sort(values);
        double median = values[values.length / 2];
        double most = values[Math.min(values.length - 1, values.length * 9 / 10)];
        return String.format(Locale.ROOT, format + ", " + format, median, most);
    }

    private static void say(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
