package dev.segue.adapters.kafka.codec;

import dev.segue.adapters.kafka.registry.SchemaRegistry;
import dev.segue.contracts.TrustedContracts;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificRecord;

/**
 * Writes the records of one message to one topic, with the id that the registry assigned to the message's schema.
 *
 * @param <T> the message
 */
public final class RecordWriter<T extends SpecificRecord> {

    static {
        TrustedContracts.register();
    }

    private final SchemaRegistry registry;
    private final String subject;
    private final Schema schema;
    private final ValueWriter writer;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    private BinaryEncoder encoder;
    private byte[] header;

    /**
     * Writes records of the class generated from {@code schema}; queries the registry for the first one.
     *
     * @param topic the target topic; determines the subject
     */
    public RecordWriter(SchemaRegistry registry, String topic, Schema schema) {
        this.registry = registry;
        this.subject = WireFormat.subjectOfValues(topic);
        this.schema = schema;
        this.writer = ValueWriter.of(schema);
    }

    /**
     * The value of a record with this message.
     *
     * @throws dev.segue.adapters.kafka.registry.RegistryFailure when the registry does not answer, or does not
     *     accept the schema
     */
    public byte[] write(T message) {
        if (header == null) {
            header = WireFormat.header(registry.idOf(subject, schema));
        }
        try {
            bytes.reset();
            bytes.write(header);
            encoder = EncoderFactory.get().binaryEncoder(bytes, encoder);
            writer.write(message, encoder);
            encoder.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            // A partly written value must not end up in the next record.
            encoder = null;
            throw e;
        }
        return bytes.toByteArray();
    }
}
