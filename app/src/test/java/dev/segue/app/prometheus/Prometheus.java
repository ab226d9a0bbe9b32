package dev.segue.app.prometheus;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.segue.stack.LoopbackPorts;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.opentest4j.TestAbortedException;

/**
 * The Prometheus of this machine. Without one, tests that need it are skipped with a conspicuous line in the output; if
 * {@code SEGUE_REQUIRE_PROMETHEUS=true}, they fail instead.
 */
final class Prometheus implements AutoCloseable {

    /** The environment variable that, if {@code true}, makes tests fail without Prometheus. */
    private static final String REQUIRED = "SEGUE_REQUIRE_PROMETHEUS";

    /** Where Debian's package installs them. */
    private static final Path SERVER = Path.of("/usr/bin/prometheus");

    private static final Path TOOL = Path.of("/usr/bin/promtool");

    private static final long PATIENCE_SECONDS = 120;

    private final Process process;
    private final URI address;
    private final HttpClient client = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();

    private Prometheus(Process process, URI address) {
        this.process = process;
        this.address = address;
    }

    /**
     * Starts a server, on the loopback address.
     *
     * @param config its configuration
     * @param folder for its data and its log
     */
    static Prometheus start(Path config, Path folder) throws Exception {
        String listen = LoopbackPorts.HOST + ":" + LoopbackPorts.claim(LoopbackPorts.ANY, "Prometheus");
        Process process = new ProcessBuilder(
                        SERVER.toString(),
                        "--config.file=" + config,
                        "--storage.tsdb.path=" + folder.resolve("data"),
                        "--web.listen-address=" + listen)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("prometheus.log").toFile())
                .start();
        return new Prometheus(process, URI.create("http://" + listen + "/"));
    }

    /** Skips or fails a test that cannot be run without it. */
    static void require(String purpose) {
        if (Files.isExecutable(SERVER) && Files.isExecutable(TOOL)) {
            return;
        }
        if (Boolean.parseBoolean(System.getenv(REQUIRED))) {
            throw new AssertionError("Cannot test " + purpose + ": there is no " + SERVER + " or no " + TOOL + ", and "
                    + REQUIRED + "=true forbids skipping.");
        }
        String line = "SKIPPED: " + purpose + ", because there is no " + SERVER
                + ". On Debian: apt-get install --no-install-recommends prometheus";
        System.out.println("\n>>>>>> " + line + "\n");
        throw new TestAbortedException(line);
    }

    /** Runs {@code promtool arguments...} in a folder, and fails if it does. */
    static void promtool(Path folder, String... arguments) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of(TOOL.toString()));
        line.addAll(List.of(arguments));
        Process process = new ProcessBuilder(line)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }

    boolean isReady() throws InterruptedException {
        assertThat(process.isAlive()).as("Prometheus runs").isTrue();
        try {
            return client.send(
                                    HttpRequest.newBuilder(address.resolve("-/ready"))
                                            .build(),
                                    BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            return false;
        }
    }

    /** The series that an expression returns now; fails if it is not well formed. */
    JsonNode query(String expression) throws Exception {
        JsonNode answer = get("api/v1/query?query=" + URLEncoder.encode(expression, UTF_8));
        assertThat(answer.path("status").asText())
                .as("%s: %s", expression, answer)
                .isEqualTo("success");
        return answer.path("data").path("result");
    }

    JsonNode get(String path) throws Exception {
        return json.readTree(
                client.send(HttpRequest.newBuilder(address.resolve(path)).build(), BodyHandlers.ofString())
                        .body());
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
