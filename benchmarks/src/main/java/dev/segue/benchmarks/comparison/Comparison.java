package dev.segue.benchmarks.comparison;

import dev.segue.benchmarks.comparison.SessionWindows.Reading;
import dev.segue.simulator.HazardOptions;
import dev.segue.simulator.audience.Scenario;
import dev.segue.simulator.plan.Hazard;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Simulates one audience, runs every sessionizer on it, and prints the results as a table. */
@Command(
        name = "benchmarks/run why",
        mixinStandardHelpOptions = true,
        description = {
            "Runs sessionizers of five kinds on the same simulated audience, in the same order of arrival, and"
                    + " prints how many of the planned sessions each gets right, and how long after their end its"
                    + " result was stable.",
            "What the columns mean: docs/why.md"
        })
public final class Comparison implements Callable<Integer> {

    /** A Monday. */
    private static final Instant BEGINNING = Instant.parse("2026-03-02T00:00:00Z");

    /** All sessionizers, in the order of the table. */
    static final List<Sessionizer> SESSIONIZERS = List.of(
            new DailyBatches(),
            new HourlyBatches(),
            new MicroBatches(),
            new SessionWindows(Duration.ofMinutes(60), Reading.BY_COVER),
            new SessionWindows(Duration.ofHours(24), Reading.BY_COVER),
            new SessionWindows(Duration.ofHours(24), Reading.BY_START),
            new Segue());

    @Option(names = "--listeners", description = "Number of people, without bots: ${DEFAULT-VALUE}.")
    private int listeners = 500;

    @Option(names = "--days", description = "Number of days, starting on a Monday: ${DEFAULT-VALUE}.")
    private int days = 7;

    @Option(names = "--seed", description = "Seed of the simulation: ${DEFAULT-VALUE}.")
    private long seed = 1;

    @Mixin
    private HazardOptions hazards;

    @Spec
    private CommandSpec command;

    /** Runs the comparison with these arguments. */
    public static void main(String[] words) {
        System.exit(new CommandLine(new Comparison()).execute(words));
    }

    @Override
    public Integer call() throws Exception {
        if (listeners < 1 || days < 1) {
            throw new ParameterException(command.commandLine(), "At least one listener and one day are required.");
        }
        Staged staged = Staged.of(scenario(listeners, days, seed, hazards.chosen()));
        System.out.println(String.format(
                Locale.ROOT,
                "%,d listeners, %,d days, seed %d: %,d events arrive, from %,d sessions with plays and %,d without.%n",
                listeners,
                days,
                seed,
                staged.arrived().size(),
                staged.planned().size(),
                staged.withoutPlays()));
        List<Score> scores = scores(staged);
        System.out.println(Table.of(scores));
        Score segue = scores.get(scores.size() - 1);
        System.out.println(String.format(
                Locale.ROOT,
                "%nOf the sessions that Segue has right, it emitted %s as ended and changed them later.",
                Table.share(segue.changedLater(), segue.of(Fate.RIGHT))));
        return 0;
    }

    static Scenario scenario(int listeners, int days, long seed, Set<Hazard> hazards) {
        long beginning = BEGINNING.toEpochMilli();
        long end = beginning + Duration.ofDays(days).toMillis();
        return new Scenario(seed, listeners, beginning, end, hazards, Line.PARTITIONS);
    }

    static List<Score> scores(Staged staged) throws Exception {
        List<Score> scores = new ArrayList<>();
        for (Sessionizer sessionizer : SESSIONIZERS) {
            scores.add(Score.of(sessionizer.name(), staged.planned(), sessionizer.answersTo(staged.arrived())));
        }
        return scores;
    }
}
