package dev.segue.demo.cluster;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** One process of the cluster, which can die, freeze and be started again. */
final class Part implements AutoCloseable {

    private static final long GRACE_SECONDS = 20;

    private final String name;
    private final List<String> command;
    private final Map<String, String> environment;
    private final Path output;
    private volatile Process process;
    private boolean frozen;

    private Part(String name, List<String> command, Map<String, String> environment, Path output) {
        this.name = name;
        this.command = List.copyOf(command);
        this.environment = Map.copyOf(environment);
        this.output = output;
    }

    /**
     * Starts a process.
     *
     * @param logs the folder for its output, which all processes of this name append to
     */
    static Part start(String name, List<String> command, Map<String, String> environment, Path logs)
            throws IOException {
        Part part = new Part(name, command, environment, logs.resolve(name + ".out"));
        part.start();
        // Whoever ends this process does not want to look for the others.
        Runtime.getRuntime().addShutdownHook(new Thread(() -> part.process.destroyForcibly(), "end " + name));
        return part;
    }

    String name() {
        return name;
    }

    /** Starts it again, after it has ended. */
    void start() throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        process = builder.redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()))
                .start();
    }

    /** The file with its output. */
    Path output() {
        return output;
    }

    /** Waits until it has ended by itself. */
    int exitCode() throws InterruptedException {
        return process.waitFor();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Ends it as a crash of the machine would. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
        frozen = false;
    }

    /** Stops it in the middle of whatever it does. */
    void freeze() throws IOException, InterruptedException {
        signal(process.pid(), "STOP");
        frozen = true;
    }

    /** Lets it go on. */
    void thaw() throws IOException, InterruptedException {
        signal(process.pid(), "CONT");
        frozen = false;
    }

    /** Lets every write to a file fail, as on a full disk; no write to a socket. */
    void fillDisk() throws IOException, InterruptedException {
        limitFiles("0");
    }

    /** Lets it write again. */
    void freeDisk() throws IOException, InterruptedException {
        limitFiles("unlimited");
    }

    private void limitFiles(String size) throws IOException, InterruptedException {
        if (process.isAlive()) {
            run(List.of("prlimit", "--pid", String.valueOf(process.pid()), "--fsize=" + size + ":"));
        }
    }

    /** Sends a signal, such as {@code STOP}, to a process. */
    static void signal(long pid, String signal) throws IOException, InterruptedException {
        run(List.of("kill", "-" + signal, String.valueOf(pid)));
    }

    private static void run(List<String> line) throws IOException, InterruptedException {
        int code = new ProcessBuilder(line).inheritIO().start().waitFor();
        if (code != 0) {
            throw new IOException("'" + String.join(" ", line) + "' ended with " + code);
        }
    }

    @Override
    public void close() throws InterruptedException {
        if (frozen) {
            process.destroyForcibly();
        }
        process.destroy();
        if (!process.waitFor(GRACE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            process.waitFor();
        }
    }
}
