package dev.segue.adapters.web.server;

import com.fasterxml.jackson.core.JacksonException;
import dev.segue.adapters.web.store.Memory;
import dev.segue.adapters.web.store.Topic;
import dev.segue.adapters.web.view.AlertsView;
import dev.segue.domain.alert.AlertNote;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.RequestTooBigException;
import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import io.undertow.util.Methods;
import io.undertow.util.SameThreadExecutor;
import io.undertow.util.StatusCodes;
import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * Takes notes about incidents from the page: the only thing that can be written. Whoever may see the page may write them; no
 * other page that a browser shows may do it in their name (cross-site request forgery).
 */
final class NoteTaking implements HttpHandler {

    private static final Logger LOG = Logger.getLogger(NoteTaking.class);
    private static final HttpString FETCH_SITE = new HttpString("Sec-Fetch-Site");
    private static final String NOTES = "notes";
    private static final String SAME = "same-origin";
    private static final String JSON = "application/json";
    private static final String ALL_BUT_LINE_BREAKS = "[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}&&[^\n]]";

    private final Memory memory;
    private final NoteWriter writer;
    private final InstantSource clock;
    private final Json json;

    /** The incidents about which a note is being stored. */
    private final Set<String> beingStored = ConcurrentHashMap.newKeySet();

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
        AlertNote note;
        try {
            note = new AlertNote(
                    said.incident(), said.acknowledged(), cleaned(said.text()), cleaned(said.by()), clock.millis());
        } catch (IllegalArgumentException e) {
            LOG.debug("A note is too long", e);
            Problem.send(exchange, StatusCodes.BAD_REQUEST, "This cannot be noted: " + e.getMessage() + ".");
            return;
        }
        if (!areNotesRead()) {
            Problem.send(
                    exchange,
                    StatusCodes.SERVICE_UNAVAILABLE,
                    "Earlier notes are still being read. Save again in a moment.");
        } else if (!beingStored.add(note.incident())) {
            Problem.send(
                    exchange,
                    StatusCodes.CONFLICT,
                    "Somebody else is saving a note about this incident right now. It will be shown at once: save again to"
                            + " replace it.");
        } else if (isOutdated(said)) {
            beingStored.remove(note.incident());
            Problem.send(
                    exchange,
                    StatusCodes.CONFLICT,
                    "Somebody else has written a note meanwhile. It is shown with the incident: save again to replace it.");
        } else {
            // Kafka may be slow, and no thread waits for it.
            exchange.dispatch(SameThreadExecutor.INSTANCE, () -> store(exchange, note));
        }
    }

    private boolean areNotesRead() {
        return memory.topics().stream()
                .filter(topic -> topic.use().equals(NOTES))
                .noneMatch(topic -> topic.state() == Topic.State.UNKNOWN || topic.state() == Topic.State.CATCHING_UP);
    }

    private boolean isOutdated(NoteRequest said) {
        long latest = memory.note(said.incident()).map(AlertNote::at).orElse(0L);
        return said.seen() != null && said.seen() != latest;
    }

    private void store(HttpServerExchange exchange, AlertNote note) {
        writer.write(note).whenComplete((stored, failure) -> {
            if (failure == null) {
                // It is read from the topic again, but whoever writes the next note must know of it before that.
                memory.take(note);
            }
            beingStored.remove(note.incident());
            // Not by Kafka's thread: a browser may be slow to read the answer.
            exchange.dispatch(() -> answer(exchange, note, failure));
        });
    }

    private void answer(HttpServerExchange exchange, AlertNote note, Throwable failure) {
        if (failure == null) {
            exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, JSON);
            exchange.getResponseSender().send(json.written(AlertsView.Note.of(note)));
        } else {
            LOG.warn("A note cannot be stored", failure);
            Problem.send(
                    exchange,
                    StatusCodes.SERVICE_UNAVAILABLE,
                    "The note could not be stored: " + causeOf(failure).getMessage());
        }
    }

    private static Throwable causeOf(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }

    private static String cleaned(String text) {
        return (text == null ? "" : text)
                .replace("\r\n", "\n")
                .replaceAll(ALL_BUT_LINE_BREAKS, " ")
                .strip();
    }
}
