package dev.segue.adapters.web.server;

import dev.segue.adapters.web.store.Memory;
import dev.segue.adapters.web.view.View;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.StatusCodes;
import java.time.InstantSource;
import org.jboss.logging.Logger;

/** Answers with the current content of a view, once, as JSON. */
final class Snapshots implements HttpHandler {

    private static final Logger LOG = Logger.getLogger(Snapshots.class);

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
        View view = Query.viewAt(exchange.getRelativePath());
        if (view == null) {
            Problem.send(
                    exchange, StatusCodes.NOT_FOUND, "There is nothing here. " + Api.ROOT + " says what there is.");
            return;
        }
        String answer;
        try {
            Query query = Query.strict(view, exchange.getQueryParameters());
            answer = json.written(view.of(memory, query.by(), clock.millis()));
        } catch (WrongParameter e) {
            Problem.send(exchange, StatusCodes.BAD_REQUEST, e.getMessage());
            return;
        } catch (RuntimeException e) {
            LOG.error("Cannot produce the view " + view.path(), e);
            Problem.send(
                    exchange,
                    StatusCodes.INTERNAL_SERVER_ERROR,
                    "This view cannot be produced. The log of the dashboard says why.");
            return;
        }
        exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "application/json");
        exchange.getResponseSender().send(answer);
    }
}
