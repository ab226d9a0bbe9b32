package dev.segue.deploy.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/**
 * The schema of a custom resource as its operator ships it, but closed: a field that it does not name is an error,
 * where Kubernetes would drop it without a word.
 */
final class ClosedSchema {

    private final JsonSchema schema;

    private ClosedSchema(JsonSchema schema) {
        this.schema = schema;
    }

    /** Reads a {@code CustomResourceDefinition} from the class path. */
    static ClosedSchema of(String resource) throws IOException {
        try (InputStream in = ClosedSchema.class.getResourceAsStream(resource)) {
            JsonNode version = Yaml.document(in).at("/spec/versions/0");
            JsonNode described = version.at("/schema/openAPIV3Schema");
            ObjectNode properties = (ObjectNode) described.get("properties");
            properties
                    .putObject("apiVersion")
                    .put("const", "flink.apache.org/" + version.get("name").textValue());
            properties.putObject("kind").put("type", "string");
            ObjectNode metadata = properties.putObject("metadata").put("type", "object");
            metadata.putObject("properties").putObject("name").put("type", "string");
            ((ObjectNode) metadata.get("properties")).putObject("labels").put("type", "object");
            close(described);
            return new ClosedSchema(
                    JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7).getSchema(described));
        }
    }

    /** What is wrong with an object, in the validator's words. */
    List<String> problems(JsonNode object) {
        return schema.validate(object).stream()
                .map(ValidationMessage::getMessage)
                .toList();
    }

    private static void close(JsonNode node) {
        if (node instanceof ObjectNode object
                && object.path("properties").isObject()
                && !object.has("additionalProperties")) {
            object.put("additionalProperties", false);
        }
        node.forEach(ClosedSchema::close);
    }
}
