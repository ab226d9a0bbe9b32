package dev.segue.benchmarks.pipeline;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Starts further Java processes.
 *
 * @param heap heap size, allocated completely at the start, such as {@code 4g}
 * @param options JVM options for that process; the collector is G1 unless one of them selects another
 */
public record Java(String heap, List<String> options) {

    /** Starts a process with the class path of this one, which says what goes wrong where this one does. */
    public Process start(Class<?> program, List<String> words) throws IOException {
        return start(System.getProperty("java.class.path"), program, words, Redirect.INHERIT);
    }

    /**
     * Starts a process.
     *
     * @param errors where its standard error goes
     */
    public Process start(String classPath, Class<?> program, List<String> words, Redirect errors) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xms" + heap);
        command.add("-Xmx" + heap);
        // Memory is then requested from the system once, at the start, and not during the measurement.
        command.add("-XX:+AlwaysPreTouch");
        if (options.stream().noneMatch(option -> option.matches("-XX:\\+Use\\w+GC"))) {
            command.add("-XX:+UseG1GC");
        }
        // Access to JDK internals, and paths set by the build, apply to that process, too.
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(option -> option.startsWith("--add-opens") || option.startsWith("-Dsegue."))
                .forEach(command::add);
        command.addAll(options);
        command.addAll(List.of("-cp", classPath, program.getName()));
        command.addAll(words);
        Process process = new ProcessBuilder(command).redirectError(errors).start();
        // So that nothing keeps running when the benchmark is interrupted.
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly, "end of " + process.pid()));
        return process;
    }
}
