package dev.segue.adapters.web.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Type;
import java.util.List;

/** Writes a view as JSON, on one line, with the component names of its records. */
final class Json {

    private final ObjectMapper mapper = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    JsonNode tree(Object view) {
        return mapper.valueToTree(view);
    }

    /**
     * What a request says; null for nothing at all. Fields that are not known are ignored.
     *
     * @throws com.fasterxml.jackson.core.JacksonException when it is not JSON, or has other types
     */
    <T> T read(InputStream in, Class<T> type) throws IOException {
        JsonNode said = mapper.readTree(in);
        return said == null || said.isMissingNode() ? null : mapper.treeToValue(said, type);
    }

    String written(Object view) {
        try {
            return mapper.writeValueAsString(view);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a view cannot be written as JSON", e);
        }
    }

    JavaType type(Type type) {
        return mapper.constructType(type);
    }

    /** What is written of an object of this type, in this order. */
    List<BeanPropertyDefinition> propertiesOf(JavaType type) {
        return mapper.getSerializationConfig().introspect(type).findProperties().stream()
                .filter(property -> property.hasGetter() || property.hasField())
                .filter(BeanPropertyDefinition::couldSerialize)
                .toList();
    }
}
