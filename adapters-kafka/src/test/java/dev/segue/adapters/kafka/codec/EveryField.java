package dev.segue.adapters.kafka.codec;

import static dev.segue.adapters.kafka.codec.Samples.NOON;

import dev.segue.contracts.PlaybackEvent;
import dev.segue.contracts.PlaybackEventType;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.specific.SpecificData;

/** A reported event with every field of its schema set, including fields that the schema may get in future. */
final class EveryField {

    private static final Schema EVENT = PlaybackEvent.getClassSchema();

    private final Function<List<String>, String> word;

    private EveryField(Function<List<String>, String> word) {
        this.word = word;
    }

    /** Sets only the detail of {@code type}; {@code word} picks a value for every other enum. */
    static PlaybackEvent of(PlaybackEventType type, Function<List<String>, String> word) {
        PlaybackEvent event = (PlaybackEvent) new EveryField(word).valueOf("event", EVENT);
        event.put(EVENT.getField("type").pos(), type);
        for (PlaybackEventType other : PlaybackEventType.values()) {
            Schema.Field detail = EVENT.getField(other.name().toLowerCase(Locale.ROOT));
            if (other != type && detail != null) {
                event.put(detail.pos(), null);
            }
        }
        return event;
    }

    private Object valueOf(String field, Schema schema) {
        return switch (schema.getType()) {
            case RECORD -> record(schema);
            case UNION -> valueOf(field, schema.getTypes().get(1));
            case ENUM -> SpecificData.get().createEnum(word.apply(schema.getEnumSymbols()), schema);
            case STRING -> "some " + field;
            case BOOLEAN -> true;
            case LONG -> schema.getLogicalType() == null ? (Object) 12_345L : Instant.ofEpochMilli(NOON);
            case INT, FLOAT, DOUBLE, BYTES, FIXED, ARRAY, MAP, NULL ->
                throw new IllegalArgumentException("no value yet for " + field + ": " + schema);
        };
    }

    private IndexedRecord record(Schema schema) {
        IndexedRecord record = (IndexedRecord) SpecificData.get().newRecord(null, schema);
        for (Schema.Field field : schema.getFields()) {
            record.put(field.pos(), valueOf(field.name(), field.schema()));
        }
        return record;
    }
}
