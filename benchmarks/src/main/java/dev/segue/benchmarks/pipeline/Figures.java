package dev.segue.benchmarks.pipeline;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a run took. {@link Measured} prints it as lines, which are read again here.
 *
 * @param cpuMs CPU time of the whole process since its heap was allocated
 * @param wallMs time from then to its end
 * @param memoryBytes the most that was left on the heap after a garbage collection, and all that the process had outside
 *     the heap; -1 where the system does not tell
 */
public record Figures(long cpuMs, long wallMs, long memoryBytes) {

    private static final String CPU_MS = "cpu-ms=";
    private static final String WALL_MS = "wall-ms=";
    private static final String MEMORY_BYTES = "memory-bytes=";

    /** The lines to print. */
    String lines() {
        return CPU_MS + cpuMs + "\n" + WALL_MS + wallMs + "\n" + MEMORY_BYTES + memoryBytes + "\n";
    }

    /** What the output of a process says; empty when it has not come to its end. */
    public static Optional<Figures> in(String output) {
        OptionalLong cpuMs = number(output, CPU_MS);
        OptionalLong wallMs = number(output, WALL_MS);
        OptionalLong memoryBytes = number(output, MEMORY_BYTES);
        return cpuMs.isEmpty() || wallMs.isEmpty() || memoryBytes.isEmpty()
                ? Optional.empty()
                : Optional.of(new Figures(cpuMs.getAsLong(), wallMs.getAsLong(), memoryBytes.getAsLong()));
    }

    private static OptionalLong number(String output, String name) {
        return output.lines()
                .filter(line -> line.startsWith(name))
                .mapToLong(line -> Long.parseLong(line.substring(name.length())))
                .findFirst();
    }
}
