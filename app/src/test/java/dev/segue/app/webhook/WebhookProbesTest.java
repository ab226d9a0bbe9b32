package dev.segue.app.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.segue.app.cli.CommandFailure;
import dev.segue.app.config.Config;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How the webhook is doing, over HTTP. */
class WebhookProbesTest {

    private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);

    private long now = 1_000_000;
    private final Deliveries deliveries = new Deliveries(() -> Instant.ofEpochMilli(now));
    private final WebhookProbes probes = WebhookProbes.serve("127.0.0.1", 0, deliveries, LONGEST_WAIT);
    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void close() {
        probes.close();
    }

    @Test
    void what_became_of_the_incidents_is_counted() throws Exception {
        deliveries.begun(now);
        deliveries.failed();
        deliveries.failed();
        now += 90_500;
        assertThat(get("metrics").body()).contains("segue_webhook_queue_age_seconds 90.5\n");

        deliveries.posted();
        deliveries.ended();
        deliveries.refused();
        deliveries.unusable();

        assertThat(get("metrics").body())
                .contains(
                        "segue_webhook_posted_total 1.0\n",
                        "segue_webhook_failed_attempts_total 2.0\n",
                        "segue_webhook_refused_total 1.0\n",
                        "segue_webhook_unusable_records_total 1.0\n",
                        "segue_webhook_queue_age_seconds 0.0\n");
    }

    @Test
    void it_is_ready_once_it_has_joined_its_group() throws Exception {
        assertThat(get("readyz").statusCode()).isEqualTo(503);
        assertThat(get("readyz").body()).isEqualTo("Not ready: it has not joined its consumer group yet.\n");

        deliveries.joined();

        assertThat(get("readyz").statusCode()).isEqualTo(200);
    }

    @Test
    void it_is_not_alive_without_a_sign_of_life() throws Exception {
        assertThat(get("healthz").statusCode()).isEqualTo(200);
        now += 14 * 60_000;
        assertThat(get("healthz").statusCode()).isEqualTo(200);
        now += 1;
        assertThat(get("healthz").statusCode()).isEqualTo(503);
        assertThat(get("healthz").body()).isEqualTo("Nothing has happened for 14 min. Restart it.\n");

        deliveries.active();

        assertThat(get("healthz").statusCode()).isEqualTo(200);
    }

    @Test
    void it_waits_for_the_registry_and_the_webhook_as_long_as_their_keys_say() {
        Map<String, String> texts = Map.of(
                "kafka.bootstrap-servers",
                "localhost:1",
                "registry.url",
                "http://localhost:1",
                "registry.patience",
                "7 min",
                "webhook.url",
                "http://localhost:1",
                "webhook.timeout",
                "20 s");

        assertThat(WebhookCommand.longestWait(Config.of(texts, WebhookCommand.OPTIONS)))
                .isEqualTo(Duration.ofMinutes(7).plusSeconds(20));
    }

    @Test
    void nothing_else_is_served() throws Exception {
        assertThat(get("").statusCode()).isEqualTo(404);
        HttpRequest post = HttpRequest.newBuilder(address("metrics"))
                .POST(BodyPublishers.ofString("x"))
                .build();
        assertThat(client.send(post, BodyHandlers.ofString()).statusCode()).isEqualTo(405);
    }

    @Test
    void a_port_that_is_taken_is_named_with_its_key() {
        assertThatThrownBy(() -> WebhookProbes.serve("127.0.0.1", probes.port(), deliveries, LONGEST_WAIT))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("127.0.0.1:" + probes.port())
                .hasMessageContaining("change webhook.metrics-port or webhook.metrics-bind.");
    }

    private URI address(String path) {
        return URI.create("http://127.0.0.1:" + probes.port() + "/" + path);
    }

    private HttpResponse<String> get(String path) throws Exception {
        return client.send(HttpRequest.newBuilder(address(path)).build(), BodyHandlers.ofString());
    }
}
