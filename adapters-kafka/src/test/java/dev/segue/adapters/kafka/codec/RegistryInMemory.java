package dev.segue.adapters.kafka.codec;

import dev.segue.adapters.kafka.registry.SchemaRegistry;
import dev.segue.adapters.kafka.registry.UnknownSchema;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;

/** An in-memory registry; its ids start at 1. */
public final class RegistryInMemory implements SchemaRegistry {

    private final List<Schema> schemas = new ArrayList<>();
    private final List<String> subjects = new ArrayList<>();
    private int questions;

    @Override
    public void requireAnswer() {}

    @Override
    public Schema schemaOf(int id) throws UnknownSchema {
        questions++;
        if (id < 1 || id > schemas.size()) {
            throw new UnknownSchema("no schema with id " + id);
        }
        return schemas.get(id - 1);
    }

    @Override
    public int idOf(String subject, Schema schema) {
        if (!schemas.contains(schema)) {
            schemas.add(schema);
            subjects.add(subject);
        }
        return schemas.indexOf(schema) + 1;
    }

    @Override
    public void holdToAllVersions(String subject) {
        throw new UnsupportedOperationException("no compatibility checks");
    }

    /** The subjects under which schemas were registered, in order. */
    List<String> subjects() {
        return subjects;
    }

    /** How often a schema was requested. */
    int questions() {
        return questions;
    }
}
