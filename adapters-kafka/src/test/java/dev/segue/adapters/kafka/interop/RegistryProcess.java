package dev.segue.adapters.kafka.interop;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A real schema registry in a process of its own, on a free local port; it stores nothing beyond its lifetime. */
final class RegistryProcess {

    private static final Path UNPACKED = Path.of("target/registry");
    private static final Duration LONGEST_START = Duration.ofMinutes(3);

    private final Process process;
    private final int port;

    private RegistryProcess(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    static RegistryProcess start() throws IOException, InterruptedException {
        int port = freePort();
        Path log = Path.of("target/registry.log").toAbsolutePath();
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-Dquarkus.http.host=127.0.0.1",
                        "-Dquarkus.http.port=" + port,
                        "-Dquarkus.management.host=127.0.0.1",
                        "-Dquarkus.management.port=" + freePort(),
                        "-jar",
                        runner().toString())
                .directory(UNPACKED.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        RegistryProcess registry = new RegistryProcess(process, port);
        try {
            registry.awaitAnswer(log);
        } catch (IOException | InterruptedException | RuntimeException e) {
            registry.stop();
            throw e;
        }
        return registry;
    }

    /** Address of its Confluent-compatible interface. */
    String confluentUrl() {
        return "http://127.0.0.1:" + port + "/apis/ccompat/v7";
    }

    /** Address of its native interface. */
    String nativeUrl() {
        return "http://127.0.0.1:" + port + "/apis/registry/v3";
    }

    void stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }

    /** The answer to a request to its Confluent-compatible interface. */
    JsonNode ask(String method, String path, String body) throws IOException, InterruptedException {
        HttpRequest question = HttpRequest.newBuilder(URI.create(confluentUrl() + path))
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(question, BodyHandlers.ofString());
        return new ObjectMapper().readTree(answer.body());
    }

    private void awaitAnswer(Path log) throws IOException, InterruptedException {
        boolean answered = FirstAnswer.of(URI.create(confluentUrl() + "/subjects"))
                .within(LONGEST_START, Duration.ofSeconds(5), process::isAlive);
        if (!answered) {
            throw new IOException("The registry did not answer within " + LONGEST_START + ", or ended; see " + log);
        }
    }

    private static Path runner() throws IOException {
        try (Stream<Path> files = Files.list(UNPACKED)) {
            return files.filter(file -> file.toString().endsWith("-runner.jar"))
                    .findFirst()
                    .orElseThrow(() -> new IOException("no registry in " + UNPACKED.toAbsolutePath()
                            + "; the build unpacks it before it runs the tests"))
                    .getFileName();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
