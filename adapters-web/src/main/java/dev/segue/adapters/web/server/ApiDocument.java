package dev.segue.adapters.web.server;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.segue.adapters.web.view.AlertsView;
import dev.segue.adapters.web.view.Parameter;
import dev.segue.adapters.web.view.View;
import io.undertow.server.HttpHandler;
import io.undertow.util.Headers;
import java.util.stream.Stream;

/** The OpenAPI document of the API, made of what the server answers: the views, their parameters and the types they return. */
final class ApiDocument {

    private static final String ABOUT =
            """
            What the page shows, as JSON. Within v1, paths, parameters, fields and values of enumerations may be added, but none \
            is removed, renamed or given another meaning: ignore what you do not know.

            Times are in milliseconds since 1970 in UTC where nothing else is said, and lengths of time are where a name ends in Ms. \
            Local times are those of the listeners, without a zone: in seconds since 1970 as if they were UTC, or written as \
            2026-03-02T10:00. Shares are 0 to 1. What may be null is null where nothing is known.

            Without a token, the API answers only requests addressed to localhost. With one (dashboard.token), send the header \
            Authorization: Bearer TOKEN. Everyone with access sees all listeners.""";

    private static final String LIVE_ABOUT =
            """
            Server-sent events (HTML Living Standard). "status" and "view" are whole: the answers of %s/status and of this view. "status-patch" and \
            "view-patch" say what changed since, as JSON Patch (RFC 6902) of add, remove and replace. "beat" comes after 5 seconds \
            without change. A parameter with a wrong value counts as missing here.""";

    private static final String JSON = "application/json";

    private final Schemas schemas;
    private final ObjectNode problem;
    private final ObjectNode document = JsonNodeFactory.instance.objectNode();

    private ApiDocument(Json json) {
        schemas = new Schemas(json);
        problem = schemas.of(Problem.class);
    }

    /**
     * Describes the API.
     *
     * @param takesNotes whether notes can be written
     */
    static ObjectNode of(Json json, boolean takesNotes) {
        return new ApiDocument(json).describe(takesNotes);
    }

    /** Answers with the document, which never changes while the server runs. */
    static HttpHandler handler(Json json, boolean takesNotes) {
        String written = json.written(of(json, takesNotes));
        return exchange -> {
            exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, JSON);
            exchange.getResponseSender().send(written);
        };
    }

    private ObjectNode describe(boolean takesNotes) {
        document.put("openapi", "3.1.0");
        document.putObject("info").put("title", "Segue").put("version", "1").put("description", ABOUT);
        document.putArray("servers").addObject().put("url", "/");
        ArrayNode security = document.putArray("security");
        security.addObject().putArray("token");
        security.addObject();
        ObjectNode paths = document.putObject("paths");
        for (View view : View.values()) {
            view(paths.putObject(Api.ROOT + "/" + view.path()), view);
        }
        live(paths.putObject(Api.LIVE + "/{view}"));
        if (takesNotes) {
            notes(paths.putObject(Api.NOTES));
        }
        ObjectNode components = document.putObject("components");
        components.set("schemas", schemas.named());
        components
                .putObject("securitySchemes")
                .putObject("token")
                .put("type", "http")
                .put("scheme", "bearer")
                .put("description", "The value of dashboard.token, if it is set.");
        return document;
    }

    private void view(ObjectNode path, View view) {
        ObjectNode operation =
                path.putObject("get").put("operationId", view.path()).put("summary", view.summary());
        parameters(operation, view);
        ObjectNode responses = operation.putObject("responses");
        content(responses, "200", "The current content.", JSON, schemas.of(view.answer()));
        refused(responses, "400", "A parameter that there is not, or a value that it cannot have.");
        refused(responses, "default", "Why there is no answer.");
    }

    private void live(ObjectNode path) {
        ObjectNode operation = path.putObject("get")
                .put("operationId", "live")
                .put("summary", "A view, and what changes in it, as long as the connection lasts.")
                .put("description", LIVE_ABOUT.formatted(Api.ROOT));
        ArrayNode views = operation
                .putArray("parameters")
                .addObject()
                .put("name", "view")
                .put("in", "path")
                .put("required", true)
                .put("description", "Which view; its parameters are taken here, too.")
                .putObject("schema")
                .put("type", "string")
                .putArray("enum");
        Stream.of(View.values()).filter(View::isLive).forEach(view -> views.add(view.path()));
        ObjectNode responses = operation.putObject("responses");
        content(responses, "200", "Events without end.", "text/event-stream", schemas.of(String.class));
        refused(responses, "default", "Why there is no answer.");
    }

    private void notes(ObjectNode path) {
        ObjectNode operation = path.putObject("post")
                .put("operationId", "note")
                .put("summary", "Stores a note about an incident, instead of the one before.")
                .put(
                        "description",
                        "Programs must send the token in the header, or an Origin that is the page's own; without a token, only"
                                + " the page can write.");
        ObjectNode body = operation.putObject("requestBody").put("required", true);
        body.putObject("content").putObject(JSON).set("schema", schemas.of(NoteRequest.class, "incident"));
        ObjectNode responses = operation.putObject("responses");
        content(responses, "200", "The note, as it is stored.", JSON, schemas.of(AlertsView.Note.class));
        refused(responses, "409", "Another note than the one that was seen is there.");
        refused(responses, "default", "Why it was not stored.");
    }

    private static void parameters(ObjectNode operation, View view) {
        ArrayNode parameters = operation.putArray("parameters");
        for (Parameter parameter : view.parameters()) {
            ObjectNode schema = parameters
                    .addObject()
                    .put("name", parameter.name())
                    .put("in", "query")
                    .put("description", parameter.description())
                    .putObject("schema")
                    .put("type", "string");
            if (parameter.form() == Parameter.Form.WORD) {
                ArrayNode words = schema.putArray("enum");
                parameter.words().forEach(words::add);
            }
        }
    }

    private void refused(ObjectNode responses, String status, String description) {
        content(responses, status, description, Problem.MEDIA_TYPE, problem);
    }

    private static void content(
            ObjectNode responses, String status, String description, String type, ObjectNode schema) {
        responses
                .putObject(status)
                .put("description", description)
                .putObject("content")
                .putObject(type)
                .set("schema", schema.deepCopy());
    }
}
