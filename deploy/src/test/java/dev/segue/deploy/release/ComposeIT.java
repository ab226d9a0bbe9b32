package dev.segue.deploy.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.segue.adapters.kafka.topic.Topics;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code compose.yaml} of the release, run with the sample audience. The images are ours, and in place of the public ones
 * those that can be made without a registry of images: Kafka and Flink by {@code .ci/containers}, the schema registry from
 * the program that the build has unpacked, Prometheus from Debian's. They take the settings that the file gives the public
 * ones, but are others. Grafana has no such image, and is left out.
 */
class ComposeIT {

    private static final String NAME =
            "segue-composed-" + ProcessHandle.current().pid();
    private static final long PATIENCE_MS = 240_000;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /** Where each job's own page is. */
    private static final Map<String, Integer> JOBS =
            new TreeMap<>(Map.of("sessions", 8082, "playlists", 8083, "alerts", 8084, "signals", 8085));

    private static final Path PROMETHEUS = Path.of("/usr/bin/prometheus");
    private static final String INSTALL = "on Debian: apt-get install --no-install-recommends prometheus";

    @TempDir
    static Path temporary;

    private static int prometheusPort;
    private static Docker docker;
    private static Compose compose;

    @BeforeAll
    static void start() throws Exception {
        docker = Docker.required("compose.yaml");
        Path home = Release.unpackedIn(temporary.toRealPath()).home();
        docker.build(home, "tools", NAME + ":tools");
        docker.build(home, "job", NAME + ":job", "FILE_SYSTEMS=");
        standIn(
                "registry",
                """
                COPY . /deployments
                WORKDIR /deployments
                CMD exec java -Xmx512m -jar *-runner.jar
                """,
                Path.of(System.getProperty("segue.registry.home")));
        List<String> without = new ArrayList<>(List.of("grafana"));
        if (Files.isExecutable(PROMETHEUS)) {
            Path prometheus = Files.createDirectory(temporary.resolve("prometheus"));
            Files.copy(PROMETHEUS, prometheus.resolve("prometheus"));
            standIn(
                    "prometheus",
                    """
                    COPY prometheus /bin/prometheus
                    CMD ["/bin/prometheus", "--config.file=/etc/prometheus/prometheus.yml", "--storage.tsdb.path=/prometheus"]
                    """,
                    prometheus);
        } else {
            assertThat(System.getenv("SEGUE_REQUIRE_PROMETHEUS"))
                    .as("SEGUE_REQUIRE_PROMETHEUS, where there is no " + PROMETHEUS + "; " + INSTALL)
                    .isNotEqualTo("true");
            without.add("prometheus");
        }
        prometheusPort = freePort();
        compose = Compose.of(
                home,
                temporary,
                Map.of(
                        "SEGUE_TOOLS", NAME + ":tools",
                        "SEGUE_JOB", NAME + ":job",
                        "SEGUE_KAFKA", docker.kafka(),
                        "SEGUE_REGISTRY", NAME + ":registry",
                        "SEGUE_PROMETHEUS", NAME + ":prometheus",
                        "SEGUE_PROMETHEUS_PORT", String.valueOf(prometheusPort)));
        compose.up(without);
    }

    @AfterAll
    static void stop() throws Exception {
        try {
            if (compose != null) {
                compose.down();
            }
        } finally {
            if (docker != null) {
                for (String image : List.of("tools", "job", "registry", "prometheus")) {
                    docker.call("image", "rm", "--force", NAME + ":" + image);
                }
            }
        }
    }

    @Test
    void this_machine_reaches_the_broker_which_has_all_topics_but_that_of_notes_which_are_off() throws Exception {
        List<String> expected = new ArrayList<>(Topics.DEFAULT.all());
        expected.remove(Topics.DEFAULT.alertNotes());
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", "localhost:9094"))) {
            assertThat(admin.listTopics().names().get())
                    .containsAll(expected)
                    .doesNotContain(Topics.DEFAULT.alertNotes());
        }
    }

    @Test
    void every_job_runs_and_completes_checkpoints() throws Exception {
        for (Map.Entry<String, Integer> job : JOBS.entrySet()) {
            String root = "http://localhost:" + job.getValue() + "/jobs/";
            await(job.getKey() + " runs and has completed a checkpoint", () -> {
                JsonNode jobs = json(root + "overview").path("jobs");
                return jobs.size() == 1
                        && jobs.get(0).path("name").asText().equals(job.getKey())
                        && jobs.get(0).path("state").asText().equals("RUNNING")
                        && json(root + jobs.get(0).path("jid").asText() + "/checkpoints")
                                        .path("counts")
                                        .path("completed")
                                        .asInt()
                                > 0;
            });
        }
    }

    @Test
    void the_page_shows_sessions_to_those_who_have_the_token() throws Exception {
        await("the page has sessions", () -> {
            JsonNode now = JSON.readTree(
                    get("http://localhost:8090/api/v1/now", "to-try-segue-with").body());
            return now.path("openSessions").asInt() > 0;
        });
        assertThat(get("http://localhost:8090/api/v1/now", "something else").statusCode())
                .isEqualTo(401);
    }

    @Test
    void prometheus_scrapes_everything_and_knows_the_alerts() throws Exception {
        assumeThat(PROMETHEUS).as("SKIPPED: " + INSTALL).isExecutable();
        String root = "http://localhost:" + prometheusPort + "/api/v1/";
        await("all targets are up", () -> {
            List<JsonNode> targets =
                    List.copyOf(json(root + "targets").path("data").findValues("health"));
            return targets.size() == 9
                    && targets.stream().allMatch(health -> health.asText().equals("up"));
        });
        assertThat(json(root + "rules").path("data").path("groups").findValues("type"))
                .isNotEmpty();
    }

    private static void standIn(String name, String instructions, Path content) throws Exception {
        Path file = Files.writeString(
                temporary.resolve(name + ".Dockerfile"), "FROM " + docker.java() + "\n" + instructions);
        docker.succeeds("build", "--quiet", "--file", file.toString(), "--tag", NAME + ":" + name, content.toString());
    }

    /** Debian's package may have started a Prometheus where that of the file listens. */
    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** What starts refuses connections at first. */
    private static void await(String what, Callable<Boolean> holds) throws Exception {
        long deadline = System.nanoTime() + PATIENCE_MS * 1_000_000;
        IOException last = null;
        while (System.nanoTime() < deadline) {
            try {
                if (holds.call()) {
                    return;
                }
                last = null;
            } catch (IOException e) {
                last = e;
            }
            Thread.sleep(500);
        }
        throw new AssertionError("Timed out, waiting until " + what + ":\n" + compose.story(), last);
    }

    private static JsonNode json(String address) throws Exception {
        return JSON.readTree(get(address, "").body());
    }

    private static HttpResponse<String> get(String address, String token) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address))
                .header("Authorization", "Bearer " + token)
                .timeout(Duration.ofSeconds(10))
                .build();
        return HTTP.send(request, BodyHandlers.ofString());
    }
}
