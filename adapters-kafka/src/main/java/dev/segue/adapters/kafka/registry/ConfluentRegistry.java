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
 * A registry with Confluent's REST interface: Confluent's own, Apicurio's under {@code /apis/ccompat/v7}, Karapace. A
 * known id is never requested again; an unknown one is requested at most every 30 seconds, so that garbage on a topic
 * puts no load on the registry.
 */
final class ConfluentRegistry implements SchemaRegistry {

    /** How long a "no such schema" answer is cached. */
    static final Duration MEMORY_FOR_UNKNOWN = Duration.ofSeconds(30);

    /** Limit for cached unknown ids, however much garbage there is. */
    private static final int MOST_UNKNOWN = 10_000;

    private static final int SCHEMA_NOT_FOUND = 40403;

    /** Limit for the schemas that one refers to, directly and through others. */
    private static final int MOST_REFERENCES = 100;

    /** The subject or the version does not exist, or was deleted. */
    private static final Set<Integer> VERSION_NOT_FOUND = Set.of(40401, 40402, SCHEMA_NOT_FOUND, 40404, 40406);

    private static final int CONFLICT = 409;

    /** An id that no registry has assigned: the answer "no schema with this id" proves that the registry works. */
    private static final int NO_SCHEMA = Integer.MAX_VALUE;

    private record Registered(String subject, Schema schema) {}

    private record Unknown(String message, long since) {}

    private final RegistryRequests requests;
    private final boolean registers;
    private final LongSupplier nanoTime;
    private final Map<Integer, Schema> schemas = new ConcurrentHashMap<>();
    private final Map<Integer, Unknown> unknown = new ConcurrentHashMap<>();
    private final Map<Registered, Integer> ids = new ConcurrentHashMap<>();

    ConfluentRegistry(RegistryRequests requests, boolean registers, LongSupplier nanoTime) {
        this.requests = requests;
        this.registers = registers;
        this.nanoTime = nanoTime;
    }

    @Override
    public void requireAnswer() {
        Answer answer = askForSchema(NO_SCHEMA);
        if (answer.errorCode() != SCHEMA_NOT_FOUND) {
            requireSuccess(answer);
        }
    }

    @Override
    public Schema schemaOf(int id) throws UnknownSchema {
        if (id < 0) {
            throw new UnknownSchema("No registry assigns the id " + id + " to a schema"
                    + ". The message begins with 0 by chance, and was written without a registry.");
        }
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
        return ids.computeIfAbsent(new Registered(subject, schema), registers ? this::register : this::lookUp);
    }

    @Override
    public void holdToAllVersions(String subject) {
        ObjectNode body = RegistryRequests.JSON.createObjectNode().put("compatibility", "FULL_TRANSITIVE");
        requireSuccess(requests.put("/config/" + encoded(subject), body));
    }

    /** Some registries report NONE for a subject without a rule of its own, so the general rule must be NONE, too. */
    @Override
    public boolean acceptsAnything(String subject) {
        if (!isNone(requests.get("/config"))) {
            return false;
        }
        Answer own = requests.get("/config/" + encoded(subject) + "?defaultToGlobal=true");
        return !own.isSuccess() || isNone(own);
    }

    private static boolean isNone(Answer answer) {
        return answer.isSuccess()
                && answer.body().path("compatibilityLevel").asText("").equals("NONE");
    }

    private int register(Registered wanted) {
        Answer answer = requests.post("/subjects/" + encoded(wanted.subject()) + "/versions", bodyOf(wanted));
        if (answer.status() == CONFLICT) {
            throw new RegistryFailure("The schema registry does not accept our schema for " + wanted.subject()
                    + ", because it is not compatible with the registered versions: " + answer.inWords());
        }
        requireSuccess(answer);
        return idIn(answer);
    }

    /** Needs no more than read access. */
    private int lookUp(Registered wanted) {
        Answer answer = requests.post("/subjects/" + encoded(wanted.subject()), bodyOf(wanted));
        if (VERSION_NOT_FOUND.contains(answer.errorCode())) {
            throw new RegistryFailure("The schema registry does not have our schema "
                    + wanted.schema().getFullName() + " under " + wanted.subject()
                    + ", and registry.auto-register is false. Register it with segue run JOB --register-schemas, as a"
                    + " user who may write to the registry, or set registry.auto-register: true.");
        }
        requireSuccess(answer);
        return idIn(answer);
    }

    private static ObjectNode bodyOf(Registered wanted) {
        return RegistryRequests.JSON
                .createObjectNode()
                .put("schema", wanted.schema().toString());
    }

    private static int idIn(Answer answer) {
        JsonNode id = answer.body().path("id");
        if (!id.isIntegralNumber() || !id.canConvertToInt()) {
            throw new RegistryFailure("The schema registry returned no id: " + answer.inWords() + hint(answer));
        }
        return id.intValue();
    }

    private Schema fetch(int id) throws UnknownSchema {
        Answer answer = askForSchema(id);
        if (answer.errorCode() == SCHEMA_NOT_FOUND) {
            throw new UnknownSchema("The schema registry has no schema with id " + id
                    + ". Was the message written with another registry, or another context of it?");
        }
        requireSuccess(answer);
        String type = answer.body().path("schemaType").asText("AVRO");
        if (!type.equals("AVRO")) {
            throw new UnknownSchema("The schema with id " + id + " is " + type
                    + ", not AVRO. The producer must use an Avro serializer for this topic.");
        }
        return parsed(id, answer);
    }

    private Answer askForSchema(int id) {
        return requests.get("/schemas/ids/" + id);
    }

    private Schema parsed(int id, Answer answer) throws UnknownSchema {
        Schema.Parser parser = new Schema.Parser(NameValidator.NO_VALIDATION).setValidateDefaults(false);
        String which = "The schema with id " + id;
        parseReferences(parser, answer.body(), new HashSet<>(), which);
        return parsed(parser, schemaText(answer), which);
    }

    /**
     * A schema may refer to types registered under other subjects; these are parsed first. Deleted versions are
     * included in the request, as in Confluent's client: the schema of an existing message may have been deleted.
     */
    private void parseReferences(Schema.Parser parser, JsonNode body, Set<String> done, String which)
            throws UnknownSchema {
        for (JsonNode reference : body.path("references")) {
            String subject = reference.path("subject").asText();
            int version = reference.path("version").asInt();
            if (done.add(subject + " " + version)) {
                if (done.size() > MOST_REFERENCES) {
                    throw new UnknownSchema(which + " refers to more than " + MOST_REFERENCES + " others.");
                }
                Answer answer =
                        requests.get("/subjects/" + encoded(subject) + "/versions/" + version + "?deleted=true");
                if (VERSION_NOT_FOUND.contains(answer.errorCode())) {
                    throw new UnknownSchema(which + " refers to version " + version + " of " + subject
                            + ", which the schema registry does not have. Was it deleted?");
                }
                requireSuccess(answer);
                parseReferences(parser, answer.body(), done, which);
                parsed(parser, schemaText(answer), "Version " + version + " of the schema " + subject);
            }
        }
    }

    private static Schema parsed(Schema.Parser parser, String text, String which) throws UnknownSchema {
        try {
            return parser.parse(text);
        } catch (RuntimeException e) {
            // For invalid schemas Avro throws many kinds of exceptions, including NullPointerException.
            throw new UnknownSchema(which + " is not valid Avro: " + e.getMessage());
        }
    }

    private static String schemaText(Answer answer) {
        JsonNode schema = answer.body().path("schema");
        if (!schema.isTextual()) {
            throw new RegistryFailure("The schema registry returned no schema: " + answer.inWords() + hint(answer));
        }
        return schema.textValue();
    }

    private static void requireSuccess(Answer answer) {
        if (answer.isSuccess()) {
            return;
        }
        throw new RegistryFailure("The schema registry refused the request: " + answer.inWords() + hint(answer));
    }

    /** What to check; empty if the registry's own message suffices. */
    private static String hint(Answer answer) {
        if (answer.status() / 100 == 3) {
            return ". That is a redirect" + (answer.location() == null ? "" : " to " + answer.location())
                    + ", which is not followed: set the URL to the registry's own address";
        }
        return switch (answer.status()) {
            case 401, 407 -> ". Are user and password, or the token, right?";
            case 403 -> ". Are user and password, or the token, right, and may this user do that?";
            case 404 -> ". Is the path in the registry's URL right? Apicurio's ends in /apis/ccompat/v7";
            default ->
                answer.isJson()
                        ? ""
                        : ". That is not JSON: does the URL point to the registry, or to a proxy in front of it?";
        };
    }

    private static String encoded(String subject) {
        return URLEncoder.encode(subject, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
