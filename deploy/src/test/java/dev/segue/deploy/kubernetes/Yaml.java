package dev.segue.deploy.kubernetes;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Reads YAML as a tree, and no key twice. */
final class Yaml {

    private static final YAMLMapper MAPPER = YAMLMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .build();

    private Yaml() {}

    /** The only document of a file. */
    static JsonNode document(Path file) throws IOException {
        List<JsonNode> documents = documents(file);
        if (documents.size() != 1) {
            throw new IllegalArgumentException(file + " has " + documents.size() + " documents, not one");
        }
        return documents.get(0);
    }

    /** All documents of a file. */
    static List<JsonNode> documents(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                MappingIterator<JsonNode> documents =
                        MAPPER.readerFor(JsonNode.class).readValues(in)) {
            return documents.readAll();
        }
    }

    static JsonNode document(InputStream in) throws IOException {
        return MAPPER.readTree(in);
    }
}
