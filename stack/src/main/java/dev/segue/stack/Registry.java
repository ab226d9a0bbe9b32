package dev.segue.stack;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A schema registry as a child process on the loopback address, with its schemas in memory: Apicurio, which implements
 * Confluent's API. Refuses every schema that is not fully compatible with all its predecessors.
 */
public final class Registry implements AutoCloseable {

    /** The system property for the directory into which the build has unpacked the registry. */
    public static final String HOME = "segue.registry.home";

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration ONE_ANSWER = Duration.ofSeconds(10);
    private static final int LAST_LINES = 15;

    private final Process process;
    private final Thread onExit;
    private final URI url;

    private Registry(Process process, URI url) {
        this.process = process;
        this.url = url;
        this.onExit = new Thread(process::destroyForcibly, "end the registry");
        Runtime.getRuntime().addShutdownHook(onExit);
    }

    /**
     * Starts the registry that the build has unpacked, and waits until it answers.
     *
     * @param port 1 to 65535, or {@link LoopbackPorts#ANY}
     * @param log the file for all output of the registry; replaced
     * @throws CannotStart when the port is in use, or the registry is missing or dies
     */
    public static Registry start(int port, Path log) throws CannotStart, InterruptedException {
        int chosen = LoopbackPorts.claim(port, "the schema registry");
        int management = LoopbackPorts.claim(LoopbackPorts.ANY, "the schema registry's management");
        Registry registry = new Registry(launched(command(chosen, management), log), urlAt(chosen));
        try {
            registry.awaitReady(log);
            return registry;
        } catch (CannotStart | InterruptedException | RuntimeException e) {
            registry.close();
            throw e;
        }
    }

    /** The address of the Confluent API of a registry at this port, without a slash at the end. */
    public static URI urlAt(int port) {
        return URI.create("http://" + LoopbackPorts.HOST + ":" + port + "/apis/ccompat/v7");
    }

    /** The address of its Confluent API, without a slash at the end. */
    public URI url() {
        return url;
    }

    /** The id of its process. */
    public long pid() {
        return process.pid();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(2, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        forgetHook();
    }

    private void forgetHook() {
        try {
            Runtime.getRuntime().removeShutdownHook(onExit);
        } catch (IllegalStateException e) {
            // The JVM is shutting down: the hook runs and finds nothing to stop.
            return;
        }
    }

    private static List<String> command(int port, int management) throws CannotStart {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dquarkus.http.host=" + LoopbackPorts.HOST,
                "-Dquarkus.http.port=" + port,
                "-Dquarkus.management.host=" + LoopbackPorts.HOST,
                "-Dquarkus.management.port=" + management,
                "-cp",
                ownClasses() + File.pathSeparator + runner(),
                RegistryProcess.class.getName());
    }

    private static Path ownClasses() {
        try {
            return Path.of(RegistryProcess.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("a class has no code location", e);
        }
    }

    private static Path runner() throws CannotStart {
        String home = System.getProperty(HOME);
        if (home == null) {
            throw new CannotStart("The schema registry cannot be found: the system property " + HOME
                    + " is not set. Start Segue with its launcher, ./segue.");
        }
        try (Stream<Path> files = Files.list(Path.of(home))) {
            return files.filter(file -> file.toString().endsWith("-runner.jar"))
                    .findFirst()
                    .orElseThrow(() -> notIn(home, null));
        } catch (IOException e) {
            throw notIn(home, e);
        }
    }

    private static CannotStart notIn(String home, IOException cause) {
        return new CannotStart(
                "The schema registry is not in " + home + ", where the build unpacks it. Rebuild with: mvn clean, then"
                        + " ./segue.",
                cause);
    }

    private static Process launched(List<String> command, Path log) throws CannotStart {
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
        } catch (IOException e) {
            throw new CannotStart("The schema registry cannot be started (" + e.getMessage() + ").", e);
        }
    }

    private void awaitReady(Path log) throws CannotStart, InterruptedException {
        HttpClient client = HttpClient.newBuilder().connectTimeout(ONE_ANSWER).build();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!refusesIncompatibleSchemas(client)) {
            if (!process.isAlive()) {
                throw new CannotStart("The schema registry ended with exit code " + process.exitValue()
                        + " instead of starting." + itsLastWords(log));
            }
            if (System.nanoTime() > deadline) {
                throw new CannotStart("The schema registry does not answer after " + PATIENCE.toSeconds() + " s."
                        + itsLastWords(log));
            }
            process.waitFor(100, TimeUnit.MILLISECONDS);
        }
    }

    /** Sets the compatibility; returns whether the registry accepted it. */
    private boolean refusesIncompatibleSchemas(HttpClient client) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + "/config"))
                .timeout(ONE_ANSWER)
                .header("Content-Type", "application/vnd.schemaregistry.v1+json")
                .PUT(BodyPublishers.ofString("{\"compatibility\": \"FULL_TRANSITIVE\"}"))
                .build();
        try {
            HttpResponse<Void> response = client.send(request, BodyHandlers.discarding());
            return response.statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private static String itsLastWords(Path log) {
        try (Stream<String> lines = Files.lines(log)) {
            List<String> all = lines.toList();
            List<String> last = all.subList(Math.max(0, all.size() - LAST_LINES), all.size());
            return " Its last output (all of it is in " + log + "):\n  " + String.join("\n  ", last);
        } catch (IOException | UncheckedIOException e) {
            return " Its log is " + log + ".";
        }
    }
}
