package dev.segue.adapters.kafka.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.segue.adapters.kafka.registry.RegistryRequests.Answer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.apache.avro.NameValidator;
import org.apache.avro.Schema;

/**
 * A registry that speaks Confluent's REST interface: Confluent's own, Apicurio's under {@code /apis/ccompat/v7},
 * Karapace. An id, once known, is never asked for again; one that does not exist is asked for at most every half minute,
 * so that garbage on a topic is no burden to the registry.
 */
final class ConfluentRegistry implements SchemaRegistry {

    /** How long the registry's "no such schema" is believed. */
    static final Duration MEMORY_FOR_UNKNOWN = Duration.ofSeconds(30);

    /** At most so many unknown ids are remembered, whatever garbage there is. */
    private static final int MOST_UNKNOWN = 10_000;

    private static final int SCHEMA_NOT_FOUND = 40403;
    private static final int CONFLICT = 409;

    private record Registered(String subject, Schema schema) {}

    private record Unknown(String message, long since) {}

    private final RegistryRequests requests;
    private final LongSupplier nanoTime;
    private final Map<Integer, Schema> schemas = new ConcurrentHashMap<>();
    private final Map<Integer, Unknown> unknown = new ConcurrentHashMap<>();
    private final Map<Registered, Integer> ids = new ConcurrentHashMap<>();

    ConfluentRegistry(RegistryRequests requests, LongSupplier nanoTime) {
        this.requests = requests;
        this.nanoTime = nanoTime;
    }

    @Override
    public Schema schemaOf(int id) throws UnknownSchema {
        Schema known = schemas.get(id);
        if (known != null) {
            return known;
        }
        Unknown remembered = unknown.get(id);
        if (remembered != null && nanoTime.getAsLong() - remembered.since() < MEMORY_FOR_UNKNOWN.toNanos()) {
            throw new UnknownSchema(remembered.message());
        }
        try {
            Schema fetched = fetch(id);
            schemas.put(id, fetched);
            unknown.remove(id);
            return fetched;
        } catch (UnknownSchema e) {
            if (unknown.size() >= MOST_UNKNOWN) {
                unknown.clear();
            }
            unknown.put(id, new Unknown(e.getMessage(), nanoTime.getAsLong()));
            throw e;
        }
    }

    @Override
    public int idOf(String subject, Schema schema) {
        return ids.computeIfAbsent(new Registered(subject, schema), this::register);
    }

    @Override
    public void holdToAllVersions(String subject) {
        ObjectNode body = RegistryRequests.JSON.createObjectNode().put("compatibility", "FULL_TRANSITIVE");
        requireSuccess(requests.put("/config/" + encoded(subject), body));
    }

    private int register(Registered wanted) {
        ObjectNode body = RegistryRequests.JSON
                .createObjectNode()
                .put("schema", wanted.schema().toString());
        Answer answer = requests.post("/subjects/" + encoded(wanted.subject()) + "/versions", body);
        if (answer.status() == CONFLICT) {
            throw new RegistryFailure("The schema registry does not accept our schema for " + wanted.subject()
                    + ", because it does not fit the versions that are there: " + answer.inWords());
        }
        requireSuccess(answer);
        JsonNode id = answer.body().path("id");
        if (!id.isIntegralNumber() || !id.canConvertToInt()) {
            throw new RegistryFailure("No id in what the schema registry says: " + answer.inWords());
        }
        return id.intValue();
    }

    private Schema fetch(int id) throws UnknownSchema {
        Answer answer = requests.get("/schemas/ids/" + id);
        if (answer.errorCode() == SCHEMA_NOT_FOUND) {
            throw new UnknownSchema("The schema registry has no schema with id " + id + ".");
        }
        requireSuccess(answer);
        String type = answer.body().path("schemaType").asText("AVRO");
        if (!type.equals("AVRO")) {
            throw new UnknownSchema("The schema with id " + id + " is " + type + ", not AVRO.");
        }
        return parsed(id, answer);
    }

    private Schema parsed(int id, Answer answer) throws UnknownSchema {
        Schema.Parser parser = new Schema.Parser(NameValidator.NO_VALIDATION).setValidateDefaults(false);
        parseReferences(parser, answer.body(), new HashSet<>());
        return parsed(parser, schemaText(answer), "The schema with id " + id);
    }

    /** A schema may name types that are registered under subjects of their own; these come first. */
    private void parseReferences(Schema.Parser parser, JsonNode body, Set<String> done) throws UnknownSchema {
        for (JsonNode reference : body.path("references")) {
            String subject = reference.path("subject").asText();
            int version = reference.path("version").asInt();
            if (done.add(subject + " " + version)) {
                Answer answer = requests.get("/subjects/" + encoded(subject) + "/versions/" + version);
                requireSuccess(answer);
                parseReferences(parser, answer.body(), done);
                parsed(parser, schemaText(answer), "Version " + version + " of the schema " + subject);
            }
        }
    }

    private static Schema parsed(Schema.Parser parser, String text, String which) throws UnknownSchema {
        try {
            return parser.parse(text);
        } catch (RuntimeException e) {
            // Avro fails in many ways on what is no schema, null pointers among them.
            throw new UnknownSchema(which + " is no valid Avro: " + e.getMessage());
        }
    }

    private static String schemaText(Answer answer) {
        JsonNode schema = answer.body().path("schema");
        if (!schema.isTextual()) {
            throw new RegistryFailure("No schema in what the schema registry says: " + answer.inWords());
        }
        return schema.textValue();
    }

    private static void requireSuccess(Answer answer) {
        if (answer.isSuccess()) {
            return;
        }
        String hint =
                switch (answer.status()) {
                    case 401, 403 -> ". Are user and password right?";
                    case 404 -> ". Is the path in the registry's URL right? Apicurio's ends in /apis/ccompat/v7";
                    default -> "";
                };
        throw new RegistryFailure("The schema registry refuses: " + answer.inWords() + hint);
    }

    private static String encoded(String subject) {
        return URLEncoder.encode(subject, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
