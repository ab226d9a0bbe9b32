package dev.segue.app.prometheus;

import static dev.segue.domain.fixture.Events.aPlay;
import static dev.segue.domain.fixture.Events.aSearch;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.segue.app.broker.Broker;
import dev.segue.app.broker.EmbeddedBroker;
import dev.segue.app.broker.StackUnderTest;
import dev.segue.app.cli.RunningSegue;
import dev.segue.app.job.Registration;
import dev.segue.app.job.alerts.AlertsJob;
import dev.segue.app.job.playlists.PlaylistsJob;
import dev.segue.app.job.sessions.SessionsJob;
import dev.segue.app.job.signals.SignalsJob;
import dev.segue.stack.LocalFlink;
import dev.segue.stack.LoopbackPorts;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.apache.flink.configuration.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A real Prometheus scrapes all four jobs on a cluster, the page and the webhook: the metrics are those that are documented,
 * and everything that the alert rules and the dashboard ask for is there.
 */
class ScrapeTest {

    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final String OF_JOBS = "flink_taskmanager_job_task_operator_segue_";

    private final HttpClient client = HttpClient.newHttpClient();

    @TempDir
    private Path folder;

    @Test
    void every_expression_finds_what_it_asks_for() throws Exception {
        Prometheus.require("the metrics with a real Prometheus");
        int reporter = LoopbackPorts.claim(LoopbackPorts.ANY, "the reporter");
        HttpServer hook = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        hook.start();
        try (Broker broker = EmbeddedBroker.start(folder.resolve("kafka"));
                StackUnderTest stack = StackUnderTest.around(broker);
                LocalFlink flink =
                        LocalFlink.start(folder.resolve("flink"), LoopbackPorts.ANY, 8, reporting(reporter));
                RunningSegue page = RunningSegue.start(
                        "dashboard", "--config", config(stack, "page").toString(), "--port", "0");
                RunningSegue webhook = RunningSegue.start(
                        "webhook",
                        "--config",
                        config(
                                        stack,
                                        "webhook",
                                        "webhook.url: http://127.0.0.1:"
                                                + hook.getAddress().getPort() + "/",
                                        "webhook.metrics-port: 0")
                                .toString())) {
            for (Registration job : List.of(
                    SessionsJob.REGISTRATION,
                    PlaylistsJob.REGISTRATION,
                    AlertsJob.REGISTRATION,
                    SignalsJob.REGISTRATION)) {
                stack.startOn(flink, job, Map.of("job.checkpoint-interval", "1 s"));
            }
            someListening(stack);
            URI ofFlink = URI.create("http://127.0.0.1:" + reporter + "/metrics");
            URI ofPage = addressIn(page, "The page is at ").resolve("metrics");
            URI ofWebhook = addressIn(webhook, "Its metrics are at ");
            try (Prometheus prometheus = Prometheus.start(
                    scraping(Map.of("segue-flink", ofFlink, "segue-page", ofPage, "segue-webhook", ofWebhook)),
                    folder)) {
                until("Prometheus is ready", prometheus::isReady);
                for (String expression : Deployed.panels()) {
                    until(expression, () -> !prometheus.query(expression).isEmpty());
                }
                for (String expression : Deployed.alerts().values()) {
                    prometheus.query(expression);
                    for (String metric : Deployed.metricsIn(expression)) {
                        until(metric, () -> !prometheus.query(metric).isEmpty());
                    }
                }
                assertThat(prometheus.get("api/v1/rules").findValuesAsText("health"))
                        .hasSize(Deployed.alerts().size())
                        .doesNotContain("err");

                until("the ledger", () -> value(prometheus, "sum(" + OF_JOBS + "read{job_name=\"sessions\"})") == 5);
                until("a session is closed", () -> value(prometheus, "sum(" + OF_JOBS + "sessionsClosed)") >= 1);
                until("a KPI row is in state", () -> value(prometheus, "sum(" + OF_JOBS + "rows)") >= 1);
                until("a KPI row was emitted", () -> value(prometheus, "sum(" + OF_JOBS + "rowsEmitted)") >= 1);
                assertThat(value(prometheus, "sum(" + OF_JOBS + "duplicate{job_name=\"sessions\"})"))
                        .isEqualTo(1);
                assertThat(value(
                                prometheus,
                                "sum(" + OF_JOBS + "reason_rejected{job_name=\"sessions\",reason=\"UNREADABLE\"})"))
                        .isEqualTo(1);
                until(
                        "all parts of the ledger add up",
                        () -> value(prometheus, "count(sum by (job_name) (" + OF_JOBS + "unaccounted) == 0)") == 4);
            }
            assertThat(namesAt(ofFlink).stream()
                            .filter(name -> name.startsWith(OF_JOBS))
                            .map(name -> name.substring(OF_JOBS.length())))
                    .containsExactlyInAnyOrderElementsOf(Deployed.documentedMetrics("### Jobs"));
            assertThat(namesAt(ofPage)).containsExactlyElementsOf(Deployed.documentedMetrics("### Page"));
            assertThat(namesAt(ofWebhook)).containsExactlyElementsOf(Deployed.documentedMetrics("### Webhook"));
            assertThat(namesAt(ofFlink))
                    .containsAll(Deployed.documentedMetrics("### Flink's own metrics"))
                    .noneMatch(name -> name.contains("KafkaConsumer") || name.contains("KafkaProducer"));
        } finally {
            hook.stop(0);
        }
    }

    /** Two sessions, one of which closes; a duplicate, and garbage. */
    private static void someListening(StackUnderTest stack) throws Exception {
        var play = aPlay().by("anna")
                .at("09:00")
                .fromPlaylist("weekly")
                .lasting("3:00")
                .build();
        stack.send(play, play);
        stack.sendBytes("anna", "this is no event".getBytes(UTF_8));
        stack.sendTo(0, aSearch().by("ben").withId("0").at("12:00").build());
        stack.sendTo(1, aSearch().by("carl").withId("1").at("12:00").build());
    }

    /** As the documentation recommends. */
    private static Configuration reporting(int port) throws Exception {
        Configuration flink = Configuration.fromMap(Deployed.reporter());
        flink.setString("metrics.reporter.prom.port", String.valueOf(port));
        return flink;
    }

    private Path config(StackUnderTest stack, String name, String... more) throws Exception {
        return Files.writeString(
                folder.resolve(name + ".yaml"),
                "kafka.bootstrap-servers: " + stack.bootstrapServers() + "\nregistry.url: " + stack.registryUrl() + "\n"
                        + String.join("\n", more) + "\n");
    }

    private static URI addressIn(RunningSegue segue, String before) throws Exception {
        String line = segue.line();
        while (line != null && !line.contains(before)) {
            line = segue.line();
        }
        assertThat(line).as("segue says where").isNotNull();
        return URI.create(line.substring(line.indexOf(before) + before.length()).replaceAll("\\.$", ""));
    }

    /** Scrapes often, and otherwise as deployed. */
    private Path scraping(Map<String, URI> targets) throws Exception {
        StringBuilder config = new StringBuilder(
                        "global: {scrape_interval: 1s, evaluation_interval: 1s}\nrule_files: [")
                .append(Deployed.RULES.toAbsolutePath().normalize())
                .append("]\nscrape_configs:\n");
        new HashMap<>(targets).forEach((job, target) -> config.append("  - {job_name: ")
                .append(job)
                .append(", static_configs: [{targets: ['")
                .append(target.getAuthority())
                .append("']}]}\n"));
        return Files.writeString(folder.resolve("prometheus.yml"), config);
    }

    private static double value(Prometheus prometheus, String expression) throws Exception {
        return prometheus.query(expression).path(0).path("value").path(1).asDouble(Double.NaN);
    }

    private Set<String> namesAt(URI address) throws Exception {
        return client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString())
                .body()
                .lines()
                .filter(line -> line.startsWith("# TYPE "))
                .map(line -> line.split(" ", -1)[2])
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static void until(String what, Callable<Boolean> holds) throws Exception {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!holds.call()) {
            assertThat(System.nanoTime()).as("waited too long for " + what).isLessThan(deadline);
            Thread.sleep(200);
        }
    }
}
