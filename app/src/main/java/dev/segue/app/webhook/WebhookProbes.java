package dev.segue.app.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.segue.app.cli.CommandFailure;
import dev.segue.app.option.WebhookOptions;
import io.prometheus.metrics.core.metrics.CounterWithCallback;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.function.Function;

/** Answers machines that ask how the webhook is doing: {@code /metrics}, {@code /healthz} and {@code /readyz}. */
final class WebhookProbes implements AutoCloseable {

    /** How much longer than its waits for others a courier that is not stuck may take, Kafka's own timeouts included. */
    private static final Duration MARGIN = Duration.ofMinutes(4);

    private static final String TEXT = "text/plain; charset=utf-8";
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final int NOT_ALLOWED = 405;
    private static final int UNAVAILABLE = 503;
    private static final double MS_PER_S = 1_000;

    private final Deliveries deliveries;
    private final Duration stuckAfter;
    private final PrometheusRegistry registry = new PrometheusRegistry();
    private final PrometheusTextFormatWriter format = PrometheusTextFormatWriter.create();
    private final HttpServer server;

    private WebhookProbes(Deliveries deliveries, Duration longestWait, HttpServer server) {
        this.deliveries = deliveries;
        this.stuckAfter = longestWait.plus(MARGIN);
        this.server = server;
        counter("segue_webhook_posted_total", "Messages that were taken.", Deliveries.Status::posted);
        counter("segue_webhook_failed_attempts_total", "Attempts that failed.", Deliveries.Status::failed);
        counter(
                "segue_webhook_refused_total",
                "Messages skipped because the webhook will never take them.",
                Deliveries.Status::refused);
        counter(
                "segue_webhook_unusable_records_total",
                "Records skipped because they are not incidents.",
                Deliveries.Status::unusable);
        GaugeWithCallback.builder()
                .name("segue_webhook_queue_age_seconds")
                .help("How long ago the message that is being posted was written; 0 if none is.")
                .callback(to -> to.call(deliveries.status().waitingMs() / MS_PER_S))
                .register(registry);
    }

    /**
     * Starts to answer.
     *
     * @param port 0 for any free port
     * @param longestWait how long, at most, the courier waits for registry and webhook between two signs of life
     * @throws CommandFailure when the address cannot be used
     */
    static WebhookProbes serve(String address, int port, Deliveries deliveries, Duration longestWait) {
        try {
            WebhookProbes probes = new WebhookProbes(
                    deliveries, longestWait, HttpServer.create(new InetSocketAddress(address, port), 0));
            probes.server.createContext("/", probes::answer);
            probes.server.start();
            return probes;
        } catch (IOException | RuntimeException e) {
            throw new CommandFailure(
                    "The webhook's metrics cannot be served at " + address + ":" + port + " (" + e.getMessage()
                            + "). Another process may be using it: change " + WebhookOptions.METRICS_PORT.key() + " or "
                            + WebhookOptions.METRICS_BIND.key() + ".",
                    e);
        }
    }

    /** Where it answers. */
    String url() {
        String host = server.getAddress().getHostString();
        return "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port() + "/";
    }

    int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void counter(String name, String help, Function<Deliveries.Status, Long> value) {
        CounterWithCallback.builder()
                .name(name)
                .help(help)
                .callback(to -> to.call(value.apply(deliveries.status()).doubleValue()))
                .register(registry);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String method = exchange.getRequestMethod();
        if (!method.equals("GET") && !method.equals("HEAD")) {
            send(exchange, NOT_ALLOWED, TEXT, "This is read-only.\n".getBytes(UTF_8));
            return;
        }
        switch (exchange.getRequestURI().getPath()) {
            case "/metrics" -> {
                ByteArrayOutputStream text = new ByteArrayOutputStream();
                format.write(text, registry.scrape());
                send(exchange, OK, format.getContentType(), text.toByteArray());
            }
            case "/healthz" -> {
                long inactiveMs = deliveries.status().inactiveMs();
                say(
                        exchange,
                        inactiveMs <= stuckAfter.toMillis(),
                        "Alive.",
                        "Nothing has happened for "
                                + Duration.ofMillis(inactiveMs).toMinutes() + " min. Restart it.");
            }
            case "/readyz" ->
                say(
                        exchange,
                        deliveries.status().joined(),
                        "Ready.",
                        "Not ready: it has not joined its consumer group yet.");
            default -> send(exchange, NOT_FOUND, TEXT, "There are /metrics, /healthz and /readyz.\n".getBytes(UTF_8));
        }
    }

    private static void say(HttpExchange exchange, boolean is, String yes, String no) throws IOException {
        send(exchange, is ? OK : UNAVAILABLE, TEXT, ((is ? yes : no) + "\n").getBytes(UTF_8));
    }

    private static void send(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        boolean head = exchange.getRequestMethod().equals("HEAD");
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.sendResponseHeaders(status, head ? -1 : body.length);
        if (!head) {
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }
}
