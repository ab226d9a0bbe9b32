package dev.segue.benchmarks.incidents;

import dev.segue.domain.alert.AlertRules;
import dev.segue.domain.alert.Policy;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
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

    private final Measure listened = new Measure(Policy.DEFAULTS.get(0));
    private final Measure songs = new Measure(Policy.DEFAULTS.get(1));
    private final Rival fixed = new Rival(plain(PlainDetector.Score.FIXED_THRESHOLD), USUAL_SHARE, MOST_SHARE);
    private final Rival zScore = new Rival(plain(PlainDetector.Score.Z_SCORE), USUAL_Z, MOST_Z);

    /** Measures as the words say. */
    public static void main(String[] words) {
        System.exit(new CommandLine(new IncidentBenchmark()).execute(words));
    }

    @Override
    public Integer call() {
        for (long seed : seeds) {
            List<Crowd> crowds = Crowd.all(seed);
            List<Disturbance> ofSessions = Staged.ofSessions(crowds, Weeks.firstWatched(), seed);
            List<Disturbance> ofSongs = Staged.ofSongs(crowds, Weeks.firstWatched(), seed);
            for (int i = 0; i < crowds.size(); i++) {
                hearQuiet(crowds.get(i));
                hearFewerSessions(crowds.get(i), ofSessions.get(i));
                hearShorterRuns(crowds.get(i), ofSongs.get(i));
            }
            System.err.printf("The world of seed %d was heard.%n", seed);
        }
        print();
        return 0;
    }

    private PlainDetector plain(PlainDetector.Score score) {
        return new PlainDetector(score, AlertRules.DEFAULT.agesMs(), listened.leastSample());
    }

    private void hearQuiet(Crowd crowd) {
        List<Hour> hours = Weeks.of(crowd, Disturbance.NONE);
        listened.hearQuiet(crowd, hours);
        songs.hearQuiet(crowd, hours);
        fixed.hearQuiet(hours, Weeks.watchedFrom(crowd));
        zScore.hearQuiet(hours, Weeks.watchedFrom(crowd));
    }

    private void hearFewerSessions(Crowd crowd, Disturbance staged) {
        List<Hour> hours = Weeks.of(crowd, staged);
        listened.hear(crowd, staged, hours);
        fixed.hear(staged, hours, Weeks.watchedFrom(crowd));
        zScore.hear(staged, hours, Weeks.watchedFrom(crowd));
    }

    private void hearShorterRuns(Crowd crowd, Disturbance staged) {
        songs.hear(crowd, staged, Weeks.of(crowd, staged));
    }

    private void print() {
        double weeks = (double) Weeks.WATCHED * seeds.size();
        say("Seeds %s.%n", seeds);
        say("False incidents per 20 countries x 10 playlists x week, over %.0f quiet weeks:%n", weeks);
        say("| policy | false incidents a week (95 %%) |%n|---|---|");
        say("| %s | %s |", listened.name(), Interval.rate(listened.falseIncidents(), weeks));
        say("| %s | %s |", songs.name(), Interval.rate(songs.falseIncidents(), weeks));
        say("| both | %s |%n", Interval.rate(listened.falseIncidents() + songs.falseIncidents(), weeks));
        printSizes(listened);
        printSizes(songs);
        RivalsTable rivals = new RivalsTable(listened.findings(), listened.falseIncidents())
                .beside(threshold -> text("%.0f %% from last week", 100 * threshold), fixed)
                .beside(threshold -> text("z > %.1f", threshold), zScore);
        say("%s beside rivals, found within two evaluations, %% (95 %%):%n", listened.name());
        rivals.of(Finding::foundSoon, weeks).forEach(System.out::println);
        say("%nFound at all:%n");
        rivals.of(Finding::found, weeks).forEach(System.out::println);
    }

    private static void printSizes(Measure measure) {
        say("Incidents that were staged for %s:%n", measure.name());
        SizesTable.of(measure.findings(), measure.leastSample()).forEach(System.out::println);
        say("");
    }

    private static void say(String format, Object... values) {
        System.out.println(text(format, values));
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
