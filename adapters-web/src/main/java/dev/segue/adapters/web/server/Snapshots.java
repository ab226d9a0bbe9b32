package dev.segue.adapters.web.server;

import dev.segue.adapters.web.store.Memory;
import dev.segue.adapters.web.view.SubjectsView;
import dev.segue.adapters.web.view.View;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.StatusCodes;
import java.time.InstantSource;

/** Answers with the current state of a view, once, as JSON; and searches listeners and subjects. */
final class Snapshots implements HttpHandler {

    private static final String LISTENERS = "/listeners";
    private static final String SUBJECTS = "/subjects";
    private static final int MOST_NAMES = 12;

    private final Memory memory;
    private final InstantSource clock;
    private final Json json;

    Snapshots(Memory memory, InstantSource clock, Json json) {
        this.memory = memory;
        this.clock = clock;
        this.json = json;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) {
        String path = exchange.getRelativePath();
        View view = Query.viewAt(path);
        if (view != null) {
            Query query = Query.of(view, exchange.getQueryParameters());
            send(exchange, view.of(memory, query.by(), clock.millis()));
        } else if (path.equals(LISTENERS)) {
            String start = Query.of(null, exchange.getQueryParameters()).by().getOrDefault("start", "");
            send(exchange, memory.listeners(start, MOST_NAMES));
        } else if (path.equals(SUBJECTS)) {
            String name = Query.of(null, exchange.getQueryParameters()).by().getOrDefault("name", "");
            send(exchange, SubjectsView.of(memory, name));
        } else {
            Plain.send(exchange, StatusCodes.NOT_FOUND, "There is no such view.");
        }
    }

    private void send(HttpServerExchange exchange, Object view) {
        exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "application/json");
        exchange.getResponseSender().send(json.written(view));
    }
}
