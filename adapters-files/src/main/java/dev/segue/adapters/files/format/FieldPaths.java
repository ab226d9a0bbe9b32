package dev.segue.adapters.files.format;

import java.util.HashSet;
import java.util.Set;

/**
 * The fields to read of a JSON object. A field inside an object or an array is named by its path: {@code track.title},
 * {@code artists.0}.
 */
final class FieldPaths {

    private final Set<String> fields;
    /** The paths of the objects and arrays around the fields. */
    private final Set<String> around = new HashSet<>();

    private FieldPaths(Set<String> fields) {
        this.fields = Set.copyOf(fields);
        for (String field : fields) {
            for (int dot = field.indexOf('.'); dot >= 0; dot = field.indexOf('.', dot + 1)) {
                around.add(field.substring(0, dot));
            }
        }
    }

    static FieldPaths of(String... fields) {
        return new FieldPaths(Set.of(fields));
    }

    static FieldPaths of(Set<String> fields) {
        return new FieldPaths(fields);
    }

    boolean isField(String path) {
        return fields.contains(path);
    }

    boolean isAroundField(String path) {
        return around.contains(path);
    }
}
