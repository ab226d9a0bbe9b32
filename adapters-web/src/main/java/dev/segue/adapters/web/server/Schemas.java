package dev.segue.adapters.web.server;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * JSON schemas of what is written, from the types themselves, as {@link Json} writes them. A type cannot say whether a text, an
 * object or a boxed number may be null, so each of these may, but not a text or an object in a list.
 */
final class Schemas {

    /** What types and fields mean, as their Javadoc says; a test keeps it so. */
    static final String EXPLAINED = "api-fields.properties";

    /** Where in the document the named schemas are. */
    private static final String NAMED = "#/components/schemas/";

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private static final Set<Class<?>> WHOLE = Set.of(int.class, Integer.class, long.class, Long.class);
    private static final Set<Class<?>> REAL = Set.of(double.class, Double.class);
    private static final Set<Class<?>> FLAG = Set.of(boolean.class, Boolean.class);

    private final Json json;
    private final Properties explained = explained();
    private final Map<String, ObjectNode> named = new TreeMap<>();
    private final Map<Class<?>, String> names = new HashMap<>();

    Schemas(Json json) {
        this.json = json;
    }

    /** The schema of a type that is never null. */
    ObjectNode of(Class<?> type) {
        return of(json.type(type));
    }

    /** The schema of an object of which only some fields are required. */
    ObjectNode of(Class<?> type, String... required) {
        ObjectNode reference = of(type);
        ArrayNode few = named.get(names.get(type)).putArray("required");
        Stream.of(required).forEach(few::add);
        return reference;
    }

    /** All objects and enums that occur in the schemas so far, by name. */
    ObjectNode named() {
        return NODES.objectNode().setAll(named);
    }

    /** These types, with the names of their schemas. */
    Map<Class<?>, String> types() {
        return Map.copyOf(names);
    }

    private ObjectNode of(JavaType type) {
        Class<?> raw = type.getRawClass();
        if (WHOLE.contains(raw)) {
            return ofType("integer").put("format", raw == long.class || raw == Long.class ? "int64" : "int32");
        }
        if (REAL.contains(raw)) {
            return ofType("number").put("format", "double");
        }
        if (FLAG.contains(raw)) {
            return ofType("boolean");
        }
        if (raw == String.class) {
            return ofType("string");
        }
        if (type.isCollectionLikeType()) {
            JavaType content = type.getContentType();
            ObjectNode list = ofType("array");
            list.set("items", isBoxed(content.getRawClass()) ? orNull(of(content)) : of(content));
            return list;
        }
        if (type.isMapLikeType()) {
            ObjectNode map = ofType("object");
            map.set("additionalProperties", of(type.getContentType()));
            return map;
        }
        return NODES.objectNode().put("$ref", NAMED + nameOf(type));
    }

    private String nameOf(JavaType type) {
        Class<?> raw = type.getRawClass();
        String known = names.get(raw);
        if (known != null) {
            return known;
        }
        String name = raw.getEnclosingClass() == null
                ? raw.getSimpleName()
                : raw.getEnclosingClass().getSimpleName() + "." + raw.getSimpleName();
        ObjectNode schema = NODES.objectNode();
        if (named.putIfAbsent(name, schema) != null) {
            throw new IllegalStateException("two types are called " + name);
        }
        names.put(raw, name);
        if (type.isEnumType()) {
            schema.put("type", "string");
            ArrayNode words = schema.putArray("enum");
            Stream.of(raw.getEnumConstants()).map(Object::toString).forEach(words::add);
        } else {
            describe(type, schema, name);
        }
        explain(schema, name);
        return name;
    }

    private void describe(JavaType type, ObjectNode schema, String name) {
        schema.put("type", "object");
        ArrayNode required = schema.putArray("required");
        ObjectNode properties = schema.putObject("properties");
        for (BeanPropertyDefinition property : json.propertiesOf(type)) {
            JavaType content = property.getAccessor().getType();
            boolean isNeverNull = content.isPrimitive() || content.isContainerType();
            required.add(property.getName());
            ObjectNode field = isNeverNull ? of(content) : orNull(of(content));
            explain(field, name + "." + property.getName());
            properties.set(property.getName(), field);
        }
    }

    private void explain(ObjectNode schema, String key) {
        String explanation = explained.getProperty(key);
        if (explanation != null) {
            schema.put("description", explanation);
        }
    }

    private static Properties explained() {
        Properties read = new Properties();
        try (InputStream in = Schemas.class.getResourceAsStream(EXPLAINED)) {
            read.load(new InputStreamReader(requireNonNull(in, EXPLAINED), StandardCharsets.UTF_8));
            return read;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ObjectNode orNull(ObjectNode schema) {
        if (schema.has("type")) {
            schema.replace("type", NODES.arrayNode().add(schema.get("type")).add("null"));
            return schema;
        }
        ObjectNode either = NODES.objectNode();
        either.putArray("anyOf").add(schema).add(ofType("null"));
        return either;
    }

    private static ObjectNode ofType(String type) {
        return NODES.objectNode().put("type", type);
    }

    private static boolean isBoxed(Class<?> type) {
        return WHOLE.contains(type) || REAL.contains(type) || FLAG.contains(type);
    }
}
