package dev.segue.adapters.web.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;

/** Writes a view as JSON, on one line, with the component names of its records. */
final class Json {

    private final ObjectMapper mapper = JsonMapper.builder().build();

    JsonNode tree(Object view) {
        return mapper.valueToTree(view);
    }

    /** Null for nothing at all. */
    JsonNode read(InputStream in) throws IOException {
        return mapper.readTree(in);
    }

    String written(Object view) {
        try {
            return mapper.writeValueAsString(view);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a view cannot be written as JSON", e);
        }
    }
}
