package dev.segue.benchmarks.scale;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Prints how evenly simulated listeners, and their events, are spread over subtasks. */
@Command(
        name = "benchmarks/run skew",
        mixinStandardHelpOptions = true,
        description = {
            "Gives each of many listeners a random id and a number of events a day, assigns them to subtasks as Flink"
                    + " does, and prints how much more the busiest subtask gets than one on average. Nothing runs, so it"
                    + " takes seconds for ten million listeners.",
            "The events of a listener are log-normal: most people listen little, a few all day.",
            "What follows from it: docs/operations.md"
        })
public final class SkewBenchmark implements Callable<Integer> {

    private static final String LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int LETTERS_OF_AN_ID = 22;
    private static final int SECONDS_A_DAY = 86_400;
    private static final int TENTH = 10;
    private static final int MOST_KEY_GROUPS = 32_768;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--listeners",
            paramLabel = "N",
            defaultValue = "10000000",
            description = "Default: ${DEFAULT-VALUE}.")
    private int listeners;

    @Option(
            names = "--events",
            paramLabel = "N",
            defaultValue = "60",
            description = "How many events a listener sends in a day, on average. Default: ${DEFAULT-VALUE}.")
    private int eventsADay;

    @Option(
            names = "--spread",
            paramLabel = "SIGMA",
            defaultValue = "1.2",
            description = "Standard deviation of the logarithm of that number. Default: ${DEFAULT-VALUE}, with which a"
                    + " tenth of the listeners send about half of the events.")
    private double spread;

    @Option(
            names = "--parallelism",
            split = ",",
            defaultValue = "2,8,16,32,48,64,100,128",
            description = "Parallelisms to look at, separated by commas. Default: ${DEFAULT-VALUE}.")
    private List<Integer> parallelisms;

    @Option(
            names = "--key-groups",
            paramLabel = "N",
            defaultValue = "720",
            description = "The job's maximum parallelism. Default: ${DEFAULT-VALUE}, as for job.max-parallelism.")
    private int keyGroups;

    @Option(
            names = "--hot",
            paramLabel = "N",
            defaultValue = "1",
            description = "How many events a second one listener sends all day, besides: a bot, or a shop with one"
                    + " account. Default: ${DEFAULT-VALUE}.")
    private int hot;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "Default: ${DEFAULT-VALUE}.")
    private long seed;

    /** Runs the simulation with these arguments. */
    public static void main(String[] words) {
        System.exit(new CommandLine(new SkewBenchmark()).execute(words));
    }

    @Override
    public Integer call() {
        require(listeners > 0, "--listeners must be at least 1.");
        require(eventsADay > 0, "--events must be at least 1.");
        require(spread >= 0, "--spread must not be negative.");
        require(hot >= 0, "--hot must not be negative.");
        require(keyGroups > 0 && keyGroups <= MOST_KEY_GROUPS, "--key-groups must be 1 to 32768.");
        require(
                parallelisms.stream().allMatch(some -> some > 0 && some <= keyGroups),
                "--parallelism must be 1 to " + keyGroups + ", which is the number of key groups.");
        Random random = new Random(seed);
        KeyGroupLoads loads = new KeyGroupLoads(keyGroups);
        int[] sent = new int[listeners];
        for (int i = 0; i < listeners; i++) {
            sent[i] = events(random);
            loads.add(id(random), sent[i]);
        }
        print(sent, loads, loads.with(id(random), (long) hot * SECONDS_A_DAY));
        return 0;
    }

    private void require(boolean isSo, String otherwise) {
        if (!isSo) {
            throw new ParameterException(spec.commandLine(), otherwise);
        }
    }

    /** Log-normal, with the mean asked for. */
    private int events(Random random) {
        double mu = Math.log(eventsADay) - spread * spread / 2;
        return (int) Math.min(SECONDS_A_DAY, Math.round(Math.exp(mu + spread * random.nextGaussian())));
    }

    private static String id(Random random) {
        char[] letters = new char[LETTERS_OF_AN_ID];
        for (int i = 0; i < letters.length; i++) {
            letters[i] = LETTERS.charAt(random.nextInt(LETTERS.length()));
        }
        return new String(letters);
    }

    private void print(int[] sent, KeyGroupLoads usual, KeyGroupLoads withHot) {
        long all = Arrays.stream(sent).asLongStream().sum();
        Arrays.sort(sent);
        long ofMostActive = Arrays.stream(sent, listeners - listeners / TENTH, listeners)
                .asLongStream()
                .sum();
        System.out.printf(
                Locale.ROOT,
                "%,d listeners send %,d events a day, %.0f %% of them by the tenth that sends most; %d key groups.%n%n",
                listeners,
                all,
                100.0 * ofMostActive / all,
                keyGroups);
        System.out.printf(
                "| parallelism | key groups of a subtask | listeners, busiest : mean | events, busiest : mean | with one"
                        + " listener of %d a second |%n|---|---|---|---|---|%n",
                hot);
        for (int parallelism : parallelisms) {
            KeyGroupLoads.Busiest busiest = usual.at(parallelism);
            System.out.printf(
                    Locale.ROOT,
                    "| %d | %s | %.3f | %.3f | %.3f |%n",
                    parallelism,
                    busiest.fewestKeyGroups() == busiest.mostKeyGroups()
                            ? String.valueOf(busiest.mostKeyGroups())
                            : busiest.fewestKeyGroups() + "–" + busiest.mostKeyGroups(),
                    busiest.listeners(),
                    busiest.events(),
                    withHot.at(parallelism).events());
        }
    }
}
