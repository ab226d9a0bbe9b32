package dev.segue.benchmarks.peers;

import dev.segue.benchmarks.pipeline.Servers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Runs all contenders over the same topics, and prints tables. */
@Command(
        name = "benchmarks/run peers",
        mixinStandardHelpOptions = true,
        description = {
            "Compares Segue with what other systems take for sessions of the same events: Flink's session windows, Flink"
                    + " SQL, Kafka Streams and Spark, each as its documentation recommends. All read the same Avro topic"
                    + " and write sessions to Kafka, each in a process of its own; broker and registry do not count.",
            "%nFor each contender, medians over the repetitions:",
            "  CPU       the CPU time of the whole process at the larger size, minus that at the smaller size, for each"
                    + " event in between; so start-up cancels out",
            "  wall      time for the larger size, with start-up",
            "  memory    at the larger size: the most that was left on the heap after a garbage collection, and all that"
                    + " the process had outside the heap",
            "  disk      at the larger size: the most that its folder held, which is state and checkpoints",
            "%nSessions are compared with the batch reference, at the larger size, in the worst repetition:",
            "  right     same listener, start, end, plays and listened time",
            "  wrong     same listener and start only",
            "  missing   not there, though due",
            "  extra     there, but nobody held them",
            "  open      not there, and not due before the end of the events and the allowed lateness",
            "%nThe first run downloads Spark, Flink SQL and Kafka Streams from Maven Central, 400 MB. Nothing else should"
                    + " run on the machine meanwhile. How to read the table: docs/performance.md",
            "%nOptions:"
        })
public final class PeersBenchmark implements Callable<Integer> {

    /** How much is measured, unless options say otherwise. */
    private enum Extent {
        TINY,
        USUAL,
        FULL;

        private Workload workload() {
            return this == TINY ? Workload.IN_ORDER : Workload.LATE;
        }

        private List<Long> sizes() {
            return switch (this) {
                case TINY -> List.of(6_000L);
                case USUAL -> List.of(200_000L, 500_000L);
                case FULL -> List.of(2_000_000L, 5_000_000L);
            };
        }

        private int repetitions() {
            return this == FULL ? 3 : 1;
        }
    }

    @Option(names = "--full", description = "Two and five million events, three repetitions. Takes hours.")
    private boolean full;

    @Option(
            names = "--tiny",
            description = "Only checks that all contenders run, and that they are right where all events are in order.")
    private boolean tiny;

    @Option(
            names = "--contenders",
            split = ",",
            paramLabel = "CONTENDER",
            description =
                    "Some of ${COMPLETION-CANDIDATES}; all by default. floor needs segue-heap, because it writes the"
                            + " same bytes.")
    private Set<Contender> contenders = EnumSet.allOf(Contender.class);

    @Option(
            names = "--workloads",
            split = ",",
            paramLabel = "WORKLOAD",
            description = "Some of ${COMPLETION-CANDIDATES}; late by default, in-order with --tiny.")
    private Set<Workload> workloads;

    @Option(
            names = "--sizes",
            split = ",",
            paramLabel = "SMALL,LARGE",
            description =
                    "Two numbers of events, 200000,500000 by default; or one, for no CPU per event. The listeners are"
                            + " as many as suit the smaller one.")
    private List<Long> sizes;

    @Option(
            names = "--repetitions",
            description = "Number of runs of each, one after the other in turn: 1 by default, 3 with --full.")
    private Integer repetitions;

    @Option(names = "--heap", description = "The heap of each measured process: ${DEFAULT-VALUE}.", defaultValue = "4g")
    private String heap;

    @Option(
            names = "--checkpoint-interval",
            description = "Time between two checkpoints, or commits: ${DEFAULT-VALUE}.",
            defaultValue = "PT10S")
    private Duration checkpointInterval;

    @Option(
            names = "--micro-batch",
            description = "Most events in a batch of Spark's streaming: ${DEFAULT-VALUE}.",
            defaultValue = "250000")
    private long microBatch;

    @Option(
            names = "--limit",
            description =
                    "The longest that one run may take: ${DEFAULT-VALUE}. Then it is ended, and counts as failed.",
            defaultValue = "PT15M")
    private Duration limit;

    @Spec
    private CommandSpec command;

    /** Runs the benchmark with these arguments. */
    public static void main(String[] words) {
        CommandLine line = new CommandLine(new PeersBenchmark());
        line.registerConverter(Contender.class, Contender::of);
        line.registerConverter(Workload.class, Workload::of);
        System.exit(line.execute(words));
    }

    @Override
    public Integer call() throws Exception {
        settle();
        Path folder = Files.createTempDirectory("segue-peers");
        Path errors = Files.createDirectories(
                Path.of(System.getProperty("segue.log", "benchmarks.log")).resolveSibling("peers"));
        Results results = new Results();
        try (Servers servers = Servers.start(folder)) {
            measure(new Trial(servers, folder, errors, heap, checkpointInterval, limit, microBatch), results);
        } finally {
            Folders.delete(folder);
        }
        System.out.println(results.report());
        List<String> objections = results.objections();
        objections.forEach(objection -> System.err.println("benchmarks: " + objection));
        return objections.isEmpty() ? 0 : 1;
    }

    private void settle() {
        if (full && tiny) {
            throw refused("Choose --full or --tiny, not both.");
        }
        Extent extent = full ? Extent.FULL : tiny ? Extent.TINY : Extent.USUAL;
        workloads = workloads == null ? EnumSet.of(extent.workload()) : EnumSet.copyOf(workloads);
        contenders = EnumSet.copyOf(contenders);
        sizes = sizes == null ? extent.sizes() : sizes;
        repetitions = repetitions == null ? Integer.valueOf(extent.repetitions()) : repetitions;
        boolean ascending = sizes.size() == 1 || (sizes.size() == 2 && sizes.get(0) < sizes.get(1));
        if (!ascending || sizes.get(0) < 1) {
            throw refused("--sizes takes one number of events, or two, the larger one last, but is " + sizes + ".");
        }
        if (repetitions < 1) {
            throw refused("--repetitions must be at least 1, but is " + repetitions + ".");
        }
        if (microBatch < 1) {
            throw refused("--micro-batch must be at least 1, but is " + microBatch + ".");
        }
        if (contenders.stream().anyMatch(Contender::playsTape) && !contenders.contains(Contender.SEGUE_HEAP)) {
            throw refused("floor needs segue-heap as well, because it writes the same bytes.");
        }
    }

    private ParameterException refused(String why) {
        return new ParameterException(command.commandLine(), why);
    }

    private void measure(Trial trial, Results results) throws Exception {
        List<Log> logs = new ArrayList<>();
        for (Workload workload : workloads) {
            for (long size : sizes) {
                Log log = Log.fill(trial.servers().cluster(), trial.servers().registry(), workload, sizes.get(0), size);
                logs.add(log);
                say(
                        "%s: %,d events in %,d sessions",
                        workload, size, log.reference().size());
            }
        }
        int runs = repetitions * logs.size() * contenders.size();
        int run = 0;
        for (int repetition = 1; repetition <= repetitions; repetition++) {
            for (Workload workload : workloads) {
                for (Contender contender : contenders) {
                    // Both sizes one after the other: if the machine slowed down in between, that would count as cost.
                    for (Log log : logs) {
                        if (log.workload() != workload) {
                            continue;
                        }
                        Outcome outcome = trial.run(contender, log, repetition);
                        results.add(workload, contender, repetition, log.events(), outcome);
                        run++;
                        say(
                                "%d/%d  %-14s %-20s %,10d events  %s",
                                run, runs, workload, contender, log.events(), inWords(outcome));
                    }
                }
            }
        }
    }

    private static String inWords(Outcome outcome) {
        if (outcome.failure() != null) {
            return outcome.failure();
        }
        Verdict verdict = outcome.verdict();
        String figures = String.format(
                Locale.ROOT,
                "%,7d ms of CPU  %4d s",
                outcome.figures().cpuMs(),
                outcome.figures().wallMs() / 1_000);
        return verdict == null
                ? figures
                : figures
                        + String.format(
                                Locale.ROOT,
                                "  %,d right, %,d wrong, %,d missing, %,d extra, %,d open",
                                verdict.right(),
                                verdict.wrong(),
                                verdict.missing(),
                                verdict.extra(),
                                verdict.open());
    }

    private static void say(String format, Object... values) {
        System.err.println(String.format(Locale.ROOT, format, values));
    }
}
