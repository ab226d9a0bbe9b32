package dev.segue.adapters.kafka.codec;

/** Confluent's framing: one zero byte, the schema's id in four bytes (big-endian), then Avro binary. */
public final class WireFormat {

    static final byte MAGIC = 0;
    static final int HEADER_BYTES = 5;

    private WireFormat() {}

    /** The subject under which the schemas of a topic's values are registered (TopicNameStrategy). */
    public static String subjectOfValues(String topic) {
        return topic + "-value";
    }

    static int schemaId(byte[] record) {
        return (record[1] & 0xff) << 24 | (record[2] & 0xff) << 16 | (record[3] & 0xff) << 8 | (record[4] & 0xff);
    }

    static byte[] header(int schemaId) {
        return new byte[] {
            MAGIC, (byte) (schemaId >>> 24), (byte) (schemaId >>> 16), (byte) (schemaId >>> 8), (byte) schemaId
        };
    }
}
