package dev.segue.benchmarks.peers;

import dev.segue.adapters.kafka.topic.Topics;
import dev.segue.benchmarks.pipeline.Figures;
import dev.segue.benchmarks.pipeline.Java;
import dev.segue.benchmarks.pipeline.Measured;
import dev.segue.benchmarks.pipeline.Outputs;
import dev.segue.benchmarks.pipeline.Servers;
import dev.segue.benchmarks.pipeline.SideRun;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Runs contenders, each in a process of its own.
 *
 * @param folder for the folders of runs
 * @param errors folder for what processes say on their standard error
 * @param heap of each process
 * @param limit the longest that one may run
 * @param microBatch most events in a batch of Spark's streaming
 */
record Trial(
        Servers servers,
        Path folder,
        Path errors,
        String heap,
        Duration checkpointInterval,
        Duration limit,
        long microBatch) {

    private static final long LOOK_EVERY_MS = 1_000;
    private static final int LINES_SHOWN = 5;

    /** Runs a contender over a log, and judges what it wrote. */
    Outcome run(Contender contender, Log log, int repetition) throws Exception {
        String name = contender + "-" + log.topic() + "-" + repetition;
        Path own = Files.createDirectories(folder.resolve(name));
        Files.createDirectories(own.resolve("tmp"));
        Outputs outputs = Outputs.create(servers, SideRun.topics(log.topic(), name));
        try {
            Path tape = folder.resolve("tape-" + log.topic() + "-" + repetition);
            if (contender.playsTape() && !Files.exists(tape)) {
                return Outcome.failed("Segue has failed, whose bytes it would write.");
            }
            Path said = errors.resolve(name + ".log");
            Process process = start(contender, log, outputs.topics(), name, own, tape, said);
            Outcome outcome = finish(process, own, said);
            if (outcome.failure() != null) {
                return outcome;
            }
            if (contender == Contender.SEGUE_HEAP) {
                outputs.tape(log.events()).save(tape);
            }
            return new Outcome(outcome.figures(), outcome.diskBytes(), verdict(contender, log, outputs.topics()), null);
        } catch (Unable unable) {
            return Outcome.failed(unable.getMessage());
        } finally {
            outputs.delete();
            Folders.delete(own);
        }
    }

    private Verdict verdict(Contender contender, Log log, Topics topics) throws Unable {
        return contender.reading() == Contender.Reading.NONE
                ? null
                : Verdict.on(
                        Answers.in(contender.reading(), servers.cluster(), servers.registry(), topics),
                        log.reference(),
                        log.due());
    }

    private Process start(Contender contender, Log log, Topics topics, String name, Path own, Path tape, Path said)
            throws IOException, Unable {
        List<String> words = new ArrayList<>();
        List<String> options = new ArrayList<>(List.of("-Djava.io.tmpdir=" + own.resolve("tmp")));
        String classPath;
        if (contender.side() != null) {
            SideRun run = new SideRun(
                    contender.side(),
                    name,
                    servers.cluster(),
                    servers.registry(),
                    topics,
                    contender.playsTape() ? tape : null,
                    own,
                    checkpointInterval,
                    log.workload().lateness());
            classPath = System.getProperty("java.class.path");
            words.add(SideRun.class.getName());
            words.addAll(List.of(run.words()));
        } else {
            PeerSchemas.write(own);
            // The measuring program needs nothing but the JDK.
            classPath = contender.peer().classPath() + ":" + ownClasses();
            options.addAll(contender.peer().options());
            words.add(contender.program());
            words.addAll(List.of(
                    servers.cluster().bootstrapServers(),
                    servers.registry().urls().get(0).toString(),
                    log.topic(),
                    topics.sessions(),
                    own.toString(),
                    String.valueOf(log.events()),
                    log.workload().lateness().toString(),
                    checkpointInterval.toString(),
                    String.valueOf(microBatch)));
        }
        return new Java(heap, options).start(classPath, Measured.class, words, Redirect.to(said.toFile()));
    }

    private static String ownClasses() {
        return Measured.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath();
    }

    /** Waits for the end of a process, and looks at its folder meanwhile. */
    private Outcome finish(Process process, Path own, Path said) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        long disk = 0;
        while (!process.waitFor(LOOK_EVERY_MS, TimeUnit.MILLISECONDS)) {
            disk = Math.max(disk, Folders.bytesIn(own));
            if (System.nanoTime() - begun > limit.toNanos()) {
                process.destroyForcibly().waitFor();
                return Outcome.failed("It has not finished in " + limit.toSeconds() + " s.");
            }
        }
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Figures figures = Figures.in(output).orElse(null);
        if (figures == null) {
            return Outcome.failed("It has ended with exit code " + process.exitValue() + ". It said: \""
                    + lastLines(said) + "\" All that it said is in " + said + ".");
        }
        return new Outcome(figures, Math.max(disk, Folders.bytesIn(own)), null, null);
    }

    /** The first line of the last stack trace, or the last lines. */
    private static String lastLines(Path said) throws IOException {
        List<String> lines = Files.readAllLines(said, StandardCharsets.UTF_8).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("\tat ") && !line.startsWith("\t... "))
                .toList();
        return String.join(" / ", lines.subList(Math.max(0, lines.size() - LINES_SHOWN), lines.size()));
    }
}
