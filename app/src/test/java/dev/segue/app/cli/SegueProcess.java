package dev.segue.app.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The result of running the command line as a separate process, as a user would.
 *
 * @param exitCode the exit code of the process
 * @param out all of standard output
 * @param err all of standard error
 * @param log the whole log
 */
public record SegueProcess(int exitCode, String out, String err, String log) {

    /** Longer than any command waits for something by itself, so that it can say what it missed. */
    private static final long PATIENCE_SECONDS = 600;

    /** Runs {@code segue arguments...} to its end. */
    public static SegueProcess run(String... arguments) {
        return run(Map.of(), arguments);
    }

    /**
     * Runs {@code segue arguments...} to its end, with these environment variables in addition to the inherited ones.
     */
    public static SegueProcess run(Map<String, String> environment, String... arguments) {
        try {
            Path folder = Files.createTempDirectory("segue-process");
            Path out = folder.resolve("out.txt");
            Path err = folder.resolve("err.txt");
            ProcessBuilder builder = new ProcessBuilder(commandLine(folder, arguments));
            builder.environment().putAll(environment);
            Process process = builder.redirectOutput(out.toFile())
                    .redirectError(err.toFile())
                    .start();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("segue did not end within " + PATIENCE_SECONDS + " s; its log is in " + folder
                        + ", and it said:\n" + textOf(out) + textOf(err));
            }
            return new SegueProcess(process.exitValue(), textOf(out), textOf(err), textOf(folder.resolve("segue.log")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while segue ran", e);
        }
    }

    private static String textOf(Path file) throws IOException {
        return Files.exists(file) ? Files.readString(file, UTF_8) : "";
    }

    /** The command that starts {@code segue arguments...}, with its log in a new folder. */
    public static List<String> commandLine(String... arguments) throws IOException {
        return commandLine(Files.createTempDirectory("segue-process"), arguments);
    }

    private static List<String> commandLine(Path folder, String... arguments) {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-D" + LogFile.PROPERTY + "=" + folder.resolve("segue.log"),
                // Flink's test jars contain a configuration that logs nothing.
                "-Dlog4j2.configurationFile=log4j2.xml",
                "-cp",
                System.getProperty("java.class.path"),
                Segue.class.getName()));
        line.addAll(List.of(arguments));
        return line;
    }
}
