package dev.segue.adapters.kafka.codec;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.io.Encoder;

/**
 * Writes the values of one schema as Avro binary. How to write each field is decided once per schema; Avro's own writer
 * consults the schema for every value, which costs several times as much as the writing itself (docs/performance.md).
 */
@FunctionalInterface
interface ValueWriter {

    void write(Object value, Encoder out) throws IOException;

    /**
     * A writer for the types that our messages use.
     *
     * @throws IllegalArgumentException for any other schema
     */
    static ValueWriter of(Schema schema) {
        if (schema.getLogicalType() instanceof LogicalTypes.TimestampMillis) {
            return (value, out) -> out.writeLong(((Instant) value).toEpochMilli());
        }
        if (schema.getLogicalType() != null) {
            throw unknown(schema);
        }
        return switch (schema.getType()) {
            case RECORD -> record(schema);
            case UNION -> nullable(schema);
            case ARRAY -> array(of(schema.getElementType()));
            case MAP -> map(of(schema.getValueType()));
            case ENUM -> ValueWriter::writeEnum;
            case STRING -> (value, out) -> out.writeString((String) value);
            case BYTES -> (value, out) -> out.writeBytes((ByteBuffer) value);
            case INT -> (value, out) -> out.writeInt((Integer) value);
            case LONG -> (value, out) -> out.writeLong((Long) value);
            case DOUBLE -> (value, out) -> out.writeDouble((Double) value);
            case BOOLEAN -> (value, out) -> out.writeBoolean((Boolean) value);
            case FLOAT, FIXED, NULL -> throw unknown(schema);
        };
    }

    private static ValueWriter record(Schema schema) {
        List<Schema.Field> fields = schema.getFields();
        ValueWriter[] writers = new ValueWriter[fields.size()];
        for (int i = 0; i < writers.length; i++) {
            writers[i] = of(fields.get(i).schema());
        }
        return (value, out) -> {
            IndexedRecord message = (IndexedRecord) value;
            for (int i = 0; i < writers.length; i++) {
                writers[i].write(message.get(i), out);
            }
        };
    }

    private static ValueWriter nullable(Schema union) {
        List<Schema> branches = union.getTypes();
        if (branches.size() != 2 || branches.get(0).getType() != Schema.Type.NULL) {
            throw unknown(union);
        }
        ValueWriter present = of(branches.get(1));
        return (value, out) -> {
            out.writeIndex(value == null ? 0 : 1);
            if (value != null) {
                present.write(value, out);
            }
        };
    }

    private static ValueWriter array(ValueWriter items) {
        return (value, out) -> {
            Collection<?> all = (Collection<?>) value;
            out.writeArrayStart();
            out.setItemCount(all.size());
            for (Object item : all) {
                out.startItem();
                items.write(item, out);
            }
            out.writeArrayEnd();
        };
    }

    private static ValueWriter map(ValueWriter values) {
        return (value, out) -> {
            Map<?, ?> all = (Map<?, ?>) value;
            out.writeMapStart();
            out.setItemCount(all.size());
            for (Map.Entry<?, ?> entry : all.entrySet()) {
                out.startItem();
                out.writeString((String) entry.getKey());
                values.write(entry.getValue(), out);
            }
            out.writeMapEnd();
        };
    }

    /** The generated enums have their constants in the order of the schema, so the ordinal is what Avro writes. */
    @SuppressWarnings("EnumOrdinal")
    private static void writeEnum(Object value, Encoder out) throws IOException {
        out.writeEnum(((Enum<?>) value).ordinal());
    }

    private static IllegalArgumentException unknown(Schema schema) {
        return new IllegalArgumentException("no Segue message contains a " + schema);
    }
}
