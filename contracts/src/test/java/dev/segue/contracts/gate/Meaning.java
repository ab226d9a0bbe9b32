package dev.segue.contracts.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.avro.LogicalType;
import org.apache.avro.Schema;
import org.apache.avro.Schema.Field;

/** Finds changes that Avro lets pass although they change what a value means: milliseconds that become microseconds. */
final class Meaning {

    private Meaning() {}

    /** Every field whose logical type changed, as "field: what happened". */
    static List<String> changes(Schema before, Schema after) {
        List<String> found = new ArrayList<>();
        search("", before, after, found);
        return found;
    }

    private static void search(String path, Schema before, Schema after, List<String> found) {
        if (before.getType() != after.getType()) {
            return;
        }
        switch (before.getType()) {
            case RECORD -> {
                for (Field field : before.getFields()) {
                    Field now = after.getField(field.name());
                    if (now != null) {
                        String place = path.isEmpty() ? field.name() : path + "." + field.name();
                        search(place, field.schema(), now.schema(), found);
                    }
                }
            }
            case UNION -> {
                for (Schema branch : before.getTypes()) {
                    Integer same = after.getIndexNamed(branch.getFullName());
                    if (same != null) {
                        search(path, branch, after.getTypes().get(same), found);
                    }
                }
            }
            case ARRAY -> search(path, before.getElementType(), after.getElementType(), found);
            case MAP -> search(path, before.getValueType(), after.getValueType(), found);
            case ENUM, FIXED, STRING, BYTES, INT, LONG, FLOAT, DOUBLE, BOOLEAN, NULL -> {
                String was = nameOf(before.getLogicalType());
                String is = nameOf(after.getLogicalType());
                if (!Objects.equals(was, is)) {
                    found.add(path + ": its logical type was " + was + " and is " + is);
                }
            }
        }
    }

    private static String nameOf(LogicalType type) {
        return type == null ? "none" : type.getName();
    }
}
