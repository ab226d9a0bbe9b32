package dev.segue.benchmarks.pipeline;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How a further Java process is started, of the same classes as this one.
 *
 * @param heap its size, all of it from the beginning, such as {@code 4g}
 * @param options for it alone; its collector is G1 unless one of them names another
 */
public record Java(String heap, List<String> options) {

    /** Starts it. */
    public Process start(Class<?> program, List<String> words) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xms" + heap);
        command.add("-Xmx" + heap);
        // What it costs to get memory from the system comes once, at the start, and not with each event.
        command.add("-XX:+AlwaysPreTouch");
        if (options.stream().noneMatch(option -> option.matches("-XX:\\+Use\\w+GC"))) {
            command.add("-XX:+UseG1GC");
        }
        // What this process may look into, and where the build put things, holds for the other as well.
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(option -> option.startsWith("--add-opens") || option.startsWith("-Dsegue."))
                .forEach(command::add);
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName()));
        command.addAll(words);
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
