package dev.segue.demo.cluster;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where the parts of the cluster are, as {@code .ci/cluster} collects them.
 *
 * @param programs has a folder {@code lib} of jars for each: {@code flink}, {@code kafka}, {@code zookeeper}
 * @param jobJar the jar that {@code flink run} takes
 * @param evolved the same source with evolved state and events, built as well; null where no fault needs it
 * @param work for the data and the logs of one run
 */
record Home(Path programs, Path jobJar, Path evolved, Path work) {

    /** The system property with the folder of programs. */
    static final String PROGRAMS = "segue.cluster.programs";

    /** As the system properties say; the work of each test goes to a new folder of that name. */
    static Home of(String test) throws IOException {
        Path work = Path.of(System.getProperty("segue.cluster.work"), test).toAbsolutePath();
        for (String name : List.of("logs", "data", "conf")) {
            Files.createDirectories(work.resolve(name));
        }
        return new Home(
                Path.of(System.getProperty(PROGRAMS)).toAbsolutePath(),
                Path.of(System.getProperty("segue.cluster.job-jar")).toAbsolutePath(),
                Optional.ofNullable(System.getProperty("segue.cluster.evolved"))
                        .map(folder -> Path.of(folder).toAbsolutePath())
                        .orElse(null),
                work);
    }

    /** The jar of the build with evolved state. */
    Path evolvedJobJar() {
        return evolved.resolve("app/target/segue-job.jar");
    }

    /** What to put before a class path, for a program whose events have evolved. */
    String evolvedEvents() {
        return Stream.of("contracts", "adapters-kafka")
                .map(module -> evolved.resolve(module).resolve("target/classes").toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    Path logs() {
        return work.resolve("logs");
    }

    Path data(String name) {
        return work.resolve("data").resolve(name);
    }

    /** Writes a file of configuration. */
    Path configured(String name, List<String> lines) throws IOException {
        return Files.write(work.resolve("conf").resolve(name), lines);
    }

    /** The command line of a program. */
    List<String> java(String program, List<String> options, String mainClass, List<String> arguments) {
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(options);
        line.addAll(List.of("-cp", programs.resolve(program).resolve("lib") + "/*", mainClass));
        line.addAll(arguments);
        return line;
    }
}
