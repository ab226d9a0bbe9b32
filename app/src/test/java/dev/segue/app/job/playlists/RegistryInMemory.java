package dev.segue.app.job.playlists;

import dev.segue.adapters.kafka.registry.SchemaRegistry;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;

/** An in-memory registry without a network; ids count from 0. */
final class RegistryInMemory implements SchemaRegistry {

    private final List<Schema> schemas = new ArrayList<>();

    @Override
    public void requireAnswer() {}

    @Override
    public Schema schemaOf(int id) {
        return schemas.get(id);
    }

    @Override
    public int idOf(String subject, Schema schema) {
        if (!schemas.contains(schema)) {
            schemas.add(schema);
        }
        return schemas.indexOf(schema);
    }

    @Override
    public void holdToAllVersions(String subject) {
        throw new UnsupportedOperationException("holds nothing");
    }
}
