package dev.segue.adapters.web.server;

import dev.segue.adapters.web.store.Memory;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.undertow.server.HttpHandler;
import io.undertow.server.handlers.BlockingHandler;
import io.undertow.server.handlers.PathHandler;
import io.undertow.util.Headers;
import io.undertow.util.StatusCodes;
import java.util.Set;

/** What machines ask of the page: metrics, and whether it is alive and ready. Nothing here is about any listener. */
final class Probes {

    private static final String METRICS = "/metrics";
    private static final String ALIVE = "/healthz";
    private static final String READY = "/readyz";

    /** These are answered without the token. */
    static final Set<String> PATHS = Set.of(METRICS, ALIVE, READY);

    private final Memory memory;
    private final Live live;
    private final PageMetrics metrics;
    private final PrometheusTextFormatWriter format = PrometheusTextFormatWriter.create();

    Probes(Memory memory, Live live, PageMetrics metrics) {
        this.memory = memory;
        this.live = live;
        this.metrics = metrics;
    }

    PathHandler addTo(PathHandler paths) {
        return paths.addExactPath(METRICS, new BlockingHandler(metrics()))
                .addExactPath(ALIVE, alive())
                .addExactPath(READY, ready());
    }

    private HttpHandler metrics() {
        return exchange -> {
            exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, format.getContentType());
            format.write(exchange.getOutputStream(), metrics.now());
        };
    }

    private HttpHandler alive() {
        return exchange -> {
            if (live.isAlive()) {
                Plain.send(exchange, StatusCodes.OK, "Alive.");
            } else {
                Plain.send(
                        exchange, StatusCodes.SERVICE_UNAVAILABLE, "Browsers are no longer sent updates. Restart it.");
            }
        };
    }

    private HttpHandler ready() {
        return exchange -> {
            Readiness readiness = Readiness.of(memory.topics());
            Plain.send(
                    exchange,
                    readiness.isReady() ? StatusCodes.OK : StatusCodes.SERVICE_UNAVAILABLE,
                    readiness.inWords());
        };
    }
}
