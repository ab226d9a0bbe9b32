package dev.segue.app.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The command line as a process that runs until it is stopped, as with Ctrl-C. Needs Linux. */
public final class RunningSegue implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 120;

    private final Process process;
    private final BufferedReader out;

    private RunningSegue(Process process) {
        this.process = process;
        this.out = process.inputReader(UTF_8);
    }

    /** Starts {@code segue arguments...}; it reacts to Ctrl-C even if this process was started to ignore it. */
    public static RunningSegue start(String... arguments) throws IOException {
        List<String> line = new ArrayList<>(List.of("env", "--default-signal=INT"));
        line.addAll(SegueProcess.commandLine(arguments));
        return new RunningSegue(new ProcessBuilder(line)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    /** Waits for the next line of standard output; null at its end. */
    public String line() throws Exception {
        return CompletableFuture.supplyAsync(this::read).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    /** Sends Ctrl-C, waits for the process to end, and returns its exit code. */
    public int interrupt() throws Exception {
        new ProcessBuilder("kill", "-INT", String.valueOf(process.pid()))
                .inheritIO()
                .start()
                .waitFor();
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("segue did not end within " + PATIENCE_SECONDS + " s after Ctrl-C");
        }
        return process.exitValue();
    }

    private String read() {
        try {
            return out.readLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
