package dev.segue.adapters.kafka.codec;

import dev.segue.domain.playback.RejectionReason;
import java.util.List;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/**
 * Explains how a value was written that is not framed as {@link WireFormat} describes, and which producer setting to
 * change.
 */
public final class Framing {

    private static final String CONFLUENT_HEADER = "__value_schema_id";

    /** They name the schema by its number, by the number of its text, and by its name alone. */
    private static final List<String> APICURIO_HEADERS =
            List.of("apicurio.value.globalId", "apicurio.value.contentId", "apicurio.value.artifactId");

    private static final String SET = " In the producer's settings, ";
    private static final int GLUE = 3;
    private static final int LEAST_GLUE = 18;

    private Framing() {}

    /**
     * Replaces the explanation when the record's headers show the true cause: the headers name the schema, not the
     * value. Use this only for unreadable records: headers may have been copied from another record.
     */
    public static UnusableRecord explained(UnusableRecord unusable, Headers headers) {
        if (unusable.reason() != RejectionReason.UNREADABLE && unusable.reason() != RejectionReason.UNKNOWN_SCHEMA) {
            return unusable;
        }
        Header confluent = headers.lastHeader(CONFLUENT_HEADER);
        if (confluent != null) {
            return named(
                    CONFLUENT_HEADER,
                    "set value.schema.id.serializer to"
                            + " io.confluent.kafka.serializers.schema.id.PrefixSchemaIdSerializer.");
        }
        for (String name : APICURIO_HEADERS) {
            if (headers.lastHeader(name) != null) {
                return named(name, "set apicurio.registry.headers.enabled to false.");
            }
        }
        return unusable;
    }

    private static UnusableRecord named(String header, String whatToSet) {
        return new UnusableRecord(
                RejectionReason.UNREADABLE,
                "The schema's id is in the header " + header + ", but Segue reads it from the beginning of the value."
                        + SET + whatToSet);
    }

    /** Describes a value that does not begin with 0. */
    static String ofOther(byte[] value) {
        int first = value[0] & 0xff;
        if (beginsWith(value, 'O', 'b', 'j', 1)) {
            return "The value is an Avro file (it begins with Obj), not one message.";
        }
        if (beginsWith(value, 0xC3, 0x01)) {
            return "The value is in Avro's single-object encoding (it begins with C3 01), which names the schema by its"
                    + " fingerprint." + SET + "choose a serializer that uses the schema registry.";
        }
        if (first == GLUE && value.length >= LEAST_GLUE && (value[1] == 0 || value[1] == 5)) {
            return "The value begins with 3, as AWS Glue's serializer writes it." + SET
                    + "choose a serializer that uses a registry with Confluent's interface.";
        }
        if (isJson(value)) {
            return "The value is JSON text, not Avro." + SET
                    + "choose an Avro serializer that uses the schema registry.";
        }
        return "The value begins with byte " + first
                + ", not with 0: it was not written by a serializer that uses the schema registry, or it is"
                + " Avro without"
                + " the id of its schema.";
    }

    private static boolean beginsWith(byte[] value, int... bytes) {
        if (value.length < bytes.length) {
            return false;
        }
        for (int i = 0; i < bytes.length; i++) {
            if ((value[i] & 0xff) != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    /** Recognizes an object or a list by its first and last characters; enough for an explanation. */
    private static boolean isJson(byte[] value) {
        int from = 0;
        int to = value.length - 1;
        while (from < to && isSpace(value[from])) {
            from++;
        }
        while (from < to && isSpace(value[to])) {
            to--;
        }
        return (value[from] == '{' && value[to] == '}') || (value[from] == '[' && value[to] == ']');
    }

    private static boolean isSpace(byte character) {
        return character == ' ' || character == '\n' || character == '\r' || character == '\t';
    }
}
