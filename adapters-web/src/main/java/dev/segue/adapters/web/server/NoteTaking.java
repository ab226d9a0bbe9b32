package dev.segue.adapters.web.server;

import com.fasterxml.jackson.core.JacksonException;
import dev.segue.adapters.web.store.Memory;
import dev.segue.domain.alert.AlertNote;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.RequestTooBigException;
import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import io.undertow.util.Methods;
import io.undertow.util.StatusCodes;
import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;
import org.jboss.logging.Logger;

/**
 * Takes notes about incidents from the page: the only thing that can be written. Whoever may see the page may write them; no
 * other page that a browser shows may do it in their name (cross-site request forgery).
 */
final class NoteTaking implements HttpHandler {

    private static final Logger LOG = Logger.getLogger(NoteTaking.class);
    private static final HttpString FETCH_SITE = new HttpString("Sec-Fetch-Site");
    private static final String SAME = "same-origin";
    private static final String JSON = "application/json";
    private static final String ALL_BUT_LINE_BREAKS = "[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}&&[^\n]]";

    private final Memory memory;
    private final NoteWriter writer;
    private final InstantSource clock;
    private final Json json;

    NoteTaking(Memory memory, NoteWriter writer, InstantSource clock, Json json) {
        this.memory = memory;
        this.writer = writer;
        this.clock = clock;
        this.json = json;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws IOException {
        HeaderMap headers = exchange.getRequestHeaders();
        String type = headers.getFirst(Headers.CONTENT_TYPE);
        if (!exchange.getRequestMethod().equals(Methods.POST)) {
            exchange.getResponseHeaders().put(Headers.ALLOW, "POST");
            Problem.send(exchange, StatusCodes.METHOD_NOT_ALLOWED, "Notes are sent with POST.");
        } else if (!isFromPage(headers)) {
            Problem.send(exchange, StatusCodes.FORBIDDEN, "Notes are only taken from this page itself.");
        } else if (type == null || !type.startsWith(JSON)) {
            Problem.send(exchange, StatusCodes.UNSUPPORTED_MEDIA_TYPE, "A note must be sent as " + JSON + ".");
        } else {
            take(exchange);
        }
    }

    /**
     * Browsers say with each request which site it comes from, and no page can change that; older ones name only the origin
     * of the page. What says neither is no browser, and must bring the token.
     */
    private static boolean isFromPage(HeaderMap headers) {
        String site = headers.getFirst(FETCH_SITE);
        String origin = headers.getFirst(Headers.ORIGIN);
        if (site != null) {
            return site.equals(SAME);
        }
        return origin == null ? headers.contains(Headers.AUTHORIZATION) : isAt(origin, headers.getFirst(Headers.HOST));
    }

    private static boolean isAt(String origin, String host) {
        try {
            return host != null && host.equals(URI.create(origin).getRawAuthority());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private void take(HttpServerExchange exchange) throws IOException {
        NoteRequest said;
        try {
            said = json.read(exchange.getInputStream(), NoteRequest.class);
        } catch (RequestTooBigException e) {
            LOG.debug("A note is too long", e);
            Problem.send(exchange, StatusCodes.REQUEST_ENTITY_TOO_LARGE, "This is too long for a note.");
            return;
        } catch (JacksonException e) {
            LOG.debug("A note is not JSON", e);
            Problem.send(
                    exchange, StatusCodes.BAD_REQUEST, "A note must be a JSON object; this cannot be read as one.");
            return;
        }
        if (said == null || said.incident() == null) {
            Problem.send(exchange, StatusCodes.BAD_REQUEST, "A note must name its incident.");
        } else if (memory.incident(said.incident()).isEmpty()) {
            Problem.send(exchange, StatusCodes.NOT_FOUND, "There is no such incident in memory.");
        } else {
            store(exchange, said);
        }
    }

    private void store(HttpServerExchange exchange, NoteRequest said) {
        try {
            writer.write(new AlertNote(
                    said.incident(), said.acknowledged(), cleaned(said.text()), cleaned(said.by()), clock.millis()));
            exchange.setStatusCode(StatusCodes.NO_CONTENT);
            exchange.endExchange();
        } catch (IllegalArgumentException e) {
            LOG.debug("A note is too long", e);
            Problem.send(exchange, StatusCodes.BAD_REQUEST, "This cannot be noted: " + e.getMessage() + ".");
        } catch (IOException e) {
            LOG.warn("A note cannot be stored", e);
            Problem.send(exchange, StatusCodes.SERVICE_UNAVAILABLE, "The note could not be stored: " + e.getMessage());
        }
    }

    private static String cleaned(String text) {
        return (text == null ? "" : text)
                .replace("\r\n", "\n")
                .replaceAll(ALL_BUT_LINE_BREAKS, " ")
                .strip();
    }
}
