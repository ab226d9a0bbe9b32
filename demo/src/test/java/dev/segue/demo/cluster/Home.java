package dev.segue.demo.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the parts of the cluster are, as {@code .ci/cluster} collects them.
 *
 * @param programs has a folder {@code lib} of jars for each: {@code flink}, {@code kafka}, {@code zookeeper}
 * @param jobJar the jar that {@code flink run} takes
 * @param work for the data and the logs of one run
 */
record Home(Path programs, Path jobJar, Path work) {

    /** The system property with the folder of programs. */
    static final String PROGRAMS = "segue.cluster.programs";

    /** As the system properties say; the work goes to a new folder. */
    static Home fromProperties() throws IOException {
        Path work = Path.of(System.getProperty("segue.cluster.work")).toAbsolutePath();
        for (String name : List.of("logs", "data", "conf")) {
            Files.createDirectories(work.resolve(name));
        }
        return new Home(
                Path.of(System.getProperty(PROGRAMS)).toAbsolutePath(),
                Path.of(System.getProperty("segue.cluster.job-jar")).toAbsolutePath(),
                work);
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
