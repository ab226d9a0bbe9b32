package dev.segue.contracts.gate;

import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.Schema.Field;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;

/**
 * A place where a reader cannot read what a writer writes. Avro decides whether there is one; the search here only says
 * where, because Avro stops at the first union.
 *
 * @param field the path of field names from the message to the place
 */
record Misfit(String field, String why) {

    /** All misfits of the two; empty exactly when Avro calls them compatible. */
    static List<Misfit> between(Schema reader, Schema writer) {
        List<Misfit> found = new ArrayList<>();
        search("", reader, writer, found);
        return found;
    }

    private static void search(String path, Schema reader, Schema writer, List<Misfit> found) {
        SchemaCompatibility.SchemaCompatibilityResult result = SchemaCompatibility.checkReaderWriterCompatibility(
                        reader, writer)
                .getResult();
        if (result.getCompatibility() == SchemaCompatibilityType.COMPATIBLE) {
            return;
        }
        int before = found.size();
        if (reader.getType() == writer.getType()) {
            switch (reader.getType()) {
                case RECORD -> searchFields(path, reader, writer, found);
                case UNION -> searchBranches(path, reader, writer, found);
                case ARRAY -> search(path, reader.getElementType(), writer.getElementType(), found);
                case MAP -> search(path, reader.getValueType(), writer.getValueType(), found);
                case ENUM, FIXED, STRING, BYTES, INT, LONG, FLOAT, DOUBLE, BOOLEAN, NULL -> {}
            }
        }
        if (found.size() == before) {
            result.getIncompatibilities()
                    .forEach(reason -> found.add(new Misfit(
                            path.isEmpty() ? "the message itself" : path,
                            "of " + reason.getType() + ": " + reason.getMessage())));
        }
    }

    private static void searchFields(String path, Schema reader, Schema writer, List<Misfit> found) {
        for (Field field : reader.getFields()) {
            String place = path.isEmpty() ? field.name() : path + "." + field.name();
            Field written = SchemaCompatibility.lookupWriterField(writer, field);
            if (written != null) {
                search(place, field.schema(), written.schema(), found);
            } else if (!field.hasDefaultValue()) {
                found.add(new Misfit(place, "the field is not written and has no default"));
            }
        }
    }

    private static void searchBranches(String path, Schema reader, Schema writer, List<Misfit> found) {
        for (Schema written : writer.getTypes()) {
            Integer same = reader.getIndexNamed(written.getFullName());
            if (same == null) {
                found.add(new Misfit(path, "its reader does not expect " + written.getFullName()));
            } else {
                search(path, reader.getTypes().get(same), written, found);
            }
        }
    }
}
