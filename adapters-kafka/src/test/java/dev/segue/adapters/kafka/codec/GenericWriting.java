package dev.segue.adapters.kafka.codec;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;

/** Writes a record under its own schema, as a producer with another version would. */
final class GenericWriting {

    private GenericWriting() {}

    static byte[] of(RegistryInMemory registry, Schema schema, GenericRecord written) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(WireFormat.header(registry.idOf("listening.playback-value", schema)));
        BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
        new GenericDatumWriter<GenericRecord>(schema).write(written, encoder);
        return bytes.toByteArray();
    }
}
