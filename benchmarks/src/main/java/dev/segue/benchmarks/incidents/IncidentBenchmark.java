package dev.segue.benchmarks.incidents;

import dev.segue.benchmarks.incidents.crowd.Crowd;
import dev.segue.benchmarks.incidents.crowd.Disturbance;
import dev.segue.benchmarks.incidents.crowd.Hour;
import dev.segue.domain.alert.Policy;
import dev.segue.domain.alert.baseline.AlertRules;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Simulates weeks with and without incidents, and prints which detector finds which of them, and how many false alarms
 * each has.
 */
@Command(
        name = "benchmarks/run alerts",
        mixinStandardHelpOptions = true,
        description = {
            "Runs the rule of the alerts job and two simpler ones on simulated weeks of 20 countries and 10"
                    + " playlists: nine quiet weeks after six to learn from, and then, repeatedly, three weeks with an"
                    + " incident in each series.",
            "What the tables mean: docs/alerts.md"
        })
public final class IncidentBenchmark implements Callable<Integer> {

    /** How often each series gets an incident of its sessions, each time with new random numbers. */
    private static final int STAGINGS = 3;

    private static final double USUAL_SHARE = 0.3;
    private static final double MOST_SHARE = 3;
    private static final double USUAL_Z = 3;
    private static final double MOST_Z = 60;

    @Option(
            names = "--seeds",
            split = ",",
            description =
                    "Seeds, separated by commas; by default ${DEFAULT-VALUE}. 1 to 3 were used to choose the defaults,"
                            + " 101 to 105 and 201 to 205 were reported before.",
            defaultValue = "301,302,303,304,305")
    private List<Long> seeds;

    private final Measure listened = new Measure(Policy.DEFAULTS.get(0));
    private final Measure songs = new Measure(Policy.DEFAULTS.get(1));
    private final Rival fixed = new Rival(plain(PlainDetector.Score.FIXED_THRESHOLD), USUAL_SHARE, MOST_SHARE);
    private final Rival zScore = new Rival(plain(PlainDetector.Score.Z_SCORE), USUAL_Z, MOST_Z);
    private final Oracle oracle = new Oracle();

    /** Runs the benchmark with these arguments. */
    public static void main(String[] words) {
        System.exit(new CommandLine(new IncidentBenchmark()).execute(words));
    }

    @Override
    public Integer call() {
        for (long seed : seeds) {
            List<Crowd> crowds = Crowd.all(seed);
            crowds.forEach(this::observeQuiet);
            for (int staging = 0; staging < STAGINGS; staging++) {
                observeEach(
                        crowds,
                        Staged.ofSessions(crowds, Weeks.firstWatched(), STAGINGS * seed + staging),
                        this::hearFewerSessions);
            }
            observeEach(crowds, Staged.ofSongs(crowds, Weeks.firstWatched(), seed), this::hearShorterRuns);
            System.err.printf("Seed %d is done.%n", seed);
        }
        print();
        return 0;
    }

    private static void observeEach(
            List<Crowd> crowds, List<Disturbance> staged, BiConsumer<Crowd, Disturbance> observe) {
        for (int i = 0; i < crowds.size(); i++) {
            observe.accept(crowds.get(i), staged.get(i));
        }
    }

    private PlainDetector plain(PlainDetector.Score score) {
        return new PlainDetector(score, AlertRules.DEFAULT.agesMs(), listened.leastSample());
    }

    private void observeQuiet(Crowd crowd) {
        List<Hour> hours = Weeks.quiet(crowd);
        listened.observeQuiet(crowd, hours);
        songs.observeQuiet(crowd, hours);
        fixed.observeQuiet(hours, Weeks.watchedFrom(crowd));
        zScore.observeQuiet(hours, Weeks.watchedFrom(crowd));
        oracle.observeQuiet(hours, Weeks.watchedFrom(crowd));
    }

    private void hearFewerSessions(Crowd crowd, Disturbance staged) {
        List<Hour> hours = Weeks.with(crowd, staged);
        listened.observe(crowd, staged, hours);
        fixed.observe(staged, hours, Weeks.watchedFrom(crowd));
        zScore.observe(staged, hours, Weeks.watchedFrom(crowd));
        if (!staged.slow()) {
            oracle.observe(staged, hours);
        }
    }

    private void hearShorterRuns(Crowd crowd, Disturbance staged) {
        songs.observe(crowd, staged, Weeks.with(crowd, staged));
    }

    private void print() {
        double weeks = (double) Weeks.QUIET * seeds.size();
        say("Seeds %s.%n", seeds);
        say("False incidents per 20 countries x 10 playlists x week, over %.0f quiet weeks:%n", weeks);
        say("| policy | false incidents a week (95 %%) |%n|---|---|");
        say("| %s | %s |", listened.name(), Interval.rate(listened.falseIncidents(), weeks));
        say("| %s | %s |", songs.name(), Interval.rate(songs.falseIncidents(), weeks));
        say("| both | %s |%n", Interval.rate(listened.falseIncidents() + songs.falseIncidents(), weeks));
        printSizes(listened);
        printSizes(songs);
        RivalsTable rivals = new RivalsTable(listened.findings(), listened.falseIncidents(), listened.crowdedness())
                .beside(threshold -> text("%.0f %% from last week", 100 * threshold), fixed)
                .beside(threshold -> text("z > %.1f", threshold), zScore);
        say(
                "%s compared with rivals, baseline at or above the minimum sample, recall within two evaluations, %%"
                        + " (95 %%):%n",
                listened.name());
        rivals.of(Finding::foundSoon, weeks).forEach(System.out::println);
        say("%nRecall at all:%n");
        rivals.of(Finding::found, weeks).forEach(System.out::println);
        say("%nRecall within two evaluations, and of an oracle at one false alarm a week, over all series:%n");
        BoundTable.of(Kinds.only(listened.findings(), each -> !each.slow()), listened.crowdedness(), oracle, weeks)
                .forEach(System.out::println);
    }

    private static void printSizes(Measure measure) {
        say("Simulated incidents for %s:%n", measure.name());
        SizesTable.of(measure.findings(), measure.crowdedness()).forEach(System.out::println);
        say("");
    }

    private static void say(String format, Object... values) {
        System.out.println(text(format, values));
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
