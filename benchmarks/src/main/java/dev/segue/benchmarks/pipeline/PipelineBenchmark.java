package dev.segue.benchmarks.pipeline;

import dev.segue.benchmarks.history.ListeningLog;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Measures the cost of one more event in each pipeline, and prints a table. */
@Command(
        name = "benchmarks/run pipeline",
        mixinStandardHelpOptions = true,
        description = {
            "Measures the cost of one more event, from Kafka to Kafka: the CPU time of the whole process at the"
                    + " larger size, minus that at the smaller size, per event in between; so start-up cancels out. The"
                    + " broker is a separate process and does not count.",
            "Prints the median over the repetitions, the minimum and the maximum."
        })
public final class PipelineBenchmark implements Callable<Integer> {

    private static final long SEED = 42;
    private static final int EVENTS_PER_LISTENER = 20;
    private static final double LATE_SHARE = 0.05;

    @Option(
            names = "--sizes",
            split = ",",
            paramLabel = "SMALL,LARGE",
            description = "Two numbers of events: 2000000,5000000.",
            defaultValue = "2000000,5000000")
    private List<Long> sizes;

    @Option(names = "--repetitions", description = "Number of runs of each: ${DEFAULT-VALUE}.", defaultValue = "3")
    private int repetitions;

    @Option(
            names = "--sides",
            split = ",",
            description = "Some of ${COMPLETION-CANDIDATES}; by default, all but the last three. floor, least-heap and"
                    + " least-rocksdb need segue-heap, because they write the same bytes.")
    private Set<Side> sides = EnumSet.range(Side.SEGUE_HEAP, Side.WINDOWS_EARLY);

    @Option(names = "--heap", description = "The heap of each measured process: ${DEFAULT-VALUE}.", defaultValue = "4g")
    private String heap;

    @Option(
            names = "--java-option",
            paramLabel = "OPTION",
            description = "JVM option of each measured process, such as -XX:+UseParallelGC; may be repeated."
                    + " -Dflink.KEY=VALUE sets an option of Flink.")
    private List<String> javaOptions = List.of();

    @Option(
            names = "--checkpoint-interval",
            description = "Time between two checkpoints: ${DEFAULT-VALUE}.",
            defaultValue = "PT10S")
    private Duration checkpointInterval;

    @Option(
            names = "--profile",
            paramLabel = "FOLDER",
            description =
                    "Also prints the most frequently sampled methods of the larger runs of the last repetition, and"
                            + " leaves their Flight Recorder files in this folder. Recording itself takes CPU.")
    private Path profile;

    @Spec
    private CommandSpec command;

    /** Runs the benchmark with these arguments. */
    public static void main(String[] words) {
        CommandLine line = new CommandLine(new PipelineBenchmark());
        line.registerConverter(Side.class, Side::of);
        line.setExecutionExceptionHandler((failure, command, parsed) -> {
            if (!(failure instanceof RunFailed)) {
                throw failure;
            }
            command.getErr().println("benchmarks: " + failure.getMessage());
            return 1;
        });
        System.exit(line.execute(words));
    }

    @Override
    public Integer call() throws Exception {
        if (sizes.size() != 2 || sizes.get(0) < 1 || sizes.get(1) <= sizes.get(0) || repetitions < 1) {
            throw new ParameterException(
                    command.commandLine(), "Two sizes are required, the larger one last, and at least one repetition.");
        }
        if (sides.stream().anyMatch(Side::playsTape) && !sides.contains(Side.SEGUE_HEAP)) {
            throw new ParameterException(
                    command.commandLine(), "floor, least-heap and least-rocksdb need segue-heap, too.");
        }
        Path folder = Files.createTempDirectory("segue-benchmark");
        try (Servers servers = Servers.start(folder)) {
            Costs costs = new Costs(sizes.get(1) - sizes.get(0));
            measure(servers, folder, costs);
            System.out.println(costs.table());
        } finally {
            delete(folder);
        }
        return 0;
    }

    private void measure(Servers servers, Path folder, Costs costs) throws Exception {
        List<Playback> playbacks = new ArrayList<>();
        int listeners = (int) Math.max(1, sizes.get(0) / EVENTS_PER_LISTENER);
        for (long size : sizes) {
            Playback playback = Playback.fill(
                    servers.cluster(),
                    servers.registry(),
                    "playback-" + size,
                    new ListeningLog(SEED, listeners, LATE_SHARE),
                    size);
            playbacks.add(playback);
            say(
                    "%,d events of %,d listeners in %,d sessions, %d bytes each",
                    size, listeners, playback.sessions(), playback.bytes() / size);
        }
        for (int repetition = 1; repetition <= repetitions; repetition++) {
            // Run both sizes of a pipeline one after the other: if the machine slowed down in between, that would count
            // as cost.
            for (Side side : EnumSet.copyOf(sides)) {
                for (Playback playback : playbacks) {
                    Path tape = folder.resolve("tape-" + playback.events());
                    String name = side + "-" + playback.events() + "-" + repetition;
                    Outputs outputs = Outputs.create(servers, SideRun.topics(playback.topic(), name));
                    SideRun run = new SideRun(
                            side,
                            name,
                            servers.cluster(),
                            servers.registry(),
                            outputs.topics(),
                            side.playsTape() ? tape : null,
                            Files.createDirectories(folder.resolve(name)),
                            checkpointInterval,
                            SideRun.LATENESS);
                    boolean profiled =
                            profile != null && repetition == repetitions && playback.events() == sizes.get(1);
                    long begun = System.nanoTime();
                    long cpuMs = cpuOf(run, profiled);
                    long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begun);
                    costs.add(side, playback.events() == sizes.get(1), cpuMs);
                    if (side == Side.SEGUE_HEAP) {
                        Tape written = outputs.tape(playback.events());
                        written.save(tape);
                        say(
                                "  %,d records of %,d bytes were written, %.1f bytes for each event",
                                written.records(), written.bytes(), (double) written.bytes() / playback.events());
                    }
                    outputs.delete();
                    delete(run.folder());
                    say(
                            "%d/%d  %-15s %,10d events  %,6d ms of CPU  (%d s)",
                            repetition, repetitions, side, playback.events(), cpuMs, seconds);
                }
            }
        }
    }

    /** A measured process failed; the message says which, and where to look. */
    private static final class RunFailed extends IOException {

        private static final long serialVersionUID = 1L;

        RunFailed(String message) {
            super(message);
        }
    }

    private long cpuOf(SideRun run, boolean profiled) throws IOException, InterruptedException {
        Path recording = profiled ? Files.createDirectories(profile).resolve(run.side() + ".jfr") : null;
        List<String> options = new ArrayList<>(javaOptions);
        if (profiled) {
            options.addAll(List.of(
                    "-Xlog:jfr*=off",
                    "-XX:StartFlightRecording=settings=profile,filename=" + recording,
                    // Otherwise samples are attributed to the next safepoint, which may be in another method.
                    "-XX:+UnlockDiagnosticVMOptions",
                    "-XX:+DebugNonSafepoints"));
        }
        List<String> words = Stream.concat(Stream.of(SideRun.class.getName()), Stream.of(run.words()))
                .toList();
        Process process = new Java(heap, options).start(Measured.class, words);
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int exit = process.waitFor();
        if (exit != 0) {
            System.err.print(said);
        }
        Figures figures = Figures.in(said)
                .orElseThrow(() -> new RunFailed("The run " + run.name() + " failed with exit code " + exit
                        + ". See Java's output above, and the log: " + System.getProperty("segue.log")));
        if (profiled) {
            System.out.println(Profile.of(recording).summary(run.side().toString()));
        }
        return figures.cpuMs();
    }

    private static void say(String format, Object... values) {
        System.err.println(String.format(Locale.ROOT, format, values));
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
