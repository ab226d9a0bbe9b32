package dev.segue.contracts.gate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.avro.LogicalType;
import org.apache.avro.Schema;
import org.apache.avro.Schema.Field;

/** What every message keeps to, so that it explains itself and can grow. */
final class HouseRules {

    private final List<String> broken = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();

    private HouseRules() {}

    /** The rules that a message breaks, one sentence each, with the place; empty when it keeps to all. */
    static List<String> brokenBy(Schema message) {
        HouseRules rules = new HouseRules();
        rules.check(message.getName(), message);
        return rules.broken;
    }

    private void check(String place, Schema schema) {
        switch (schema.getType()) {
            case RECORD -> {
                if (seen.add(schema.getFullName())) {
                    checkRecord(schema);
                }
            }
            case ENUM -> checkEnum(schema);
            case UNION -> {
                require(place, schema.isNullable() && schema.getTypes().size() == 2, "is a union beyond nullable");
                schema.getTypes().forEach(branch -> check(place, branch));
            }
            case ARRAY -> check(place, schema.getElementType());
            case MAP -> check(place, schema.getValueType());
            case FIXED, STRING, BYTES, INT, LONG, FLOAT, DOUBLE, BOOLEAN, NULL -> {}
        }
    }

    private void checkRecord(Schema schema) {
        require(schema.getName(), documented(schema.getDoc()), "has no doc");
        for (Field field : schema.getFields()) {
            String place = schema.getName() + "." + field.name();
            String name = field.name();
            require(place, documented(field.doc()), "has no doc");
            require(place, name.equals(name.toLowerCase(Locale.ROOT)), "is not in snake_case");
            require(place, !field.schema().isNullable() || field.hasDefaultValue(), "is nullable without default");
            if (name.endsWith("_ms")) {
                require(place, says(field, "millisecond"), "is a length of time, but its doc does not say its unit");
            }
            if (name.endsWith("_at")) {
                require(place, isTime(field.schema()), "is a time without the logical type timestamp-millis");
            }
            check(place, field.schema());
        }
    }

    private void checkEnum(Schema schema) {
        require(schema.getName(), documented(schema.getDoc()), "has no doc");
        require(schema.getName(), "UNKNOWN".equals(schema.getEnumDefault()), "has no default UNKNOWN");
    }

    private void require(String place, boolean holds, String otherwise) {
        if (!holds) {
            broken.add(place + " " + otherwise);
        }
    }

    private static boolean documented(String doc) {
        return doc != null && !doc.isBlank();
    }

    private static boolean says(Field field, String word) {
        return documented(field.doc()) && field.doc().contains(word);
    }

    private static boolean isTime(Schema schema) {
        Schema value = schema.isUnion() ? schema.getTypes().get(1) : schema;
        LogicalType type = value.getLogicalType();
        return type != null && type.getName().equals("timestamp-millis");
    }
}
