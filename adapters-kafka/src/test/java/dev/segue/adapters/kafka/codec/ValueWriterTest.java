package dev.segue.adapters.kafka.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.segue.contracts.DeadLetter;
import dev.segue.contracts.Health;
import dev.segue.contracts.LateEvent;
import dev.segue.contracts.PlaybackEvent;
import dev.segue.contracts.SessionPlays;
import dev.segue.contracts.SessionRevision;
import dev.segue.contracts.Track;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.util.RandomData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Our writer, checked with Avro's own reader. */
class ValueWriterTest {

    private static final int MESSAGES = 50;
    private static final long SEED = 7;

    static List<Schema> schemas() {
        return List.of(
                PlaybackEvent.getClassSchema(),
                Track.getClassSchema(),
                SessionRevision.getClassSchema(),
                SessionPlays.getClassSchema(),
                LateEvent.getClassSchema(),
                DeadLetter.getClassSchema(),
                Health.getClassSchema());
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void any_message_is_read_as_it_was_written(Schema schema) throws IOException {
        ValueWriter ours = ValueWriter.of(schema);
        for (Object random : new RandomData(schema, MESSAGES, SEED)) {
            Object message =
                    read(schema, written((value, out) -> new GenericDatumWriter<>(schema).write(value, out), random));

            assertThat(read(schema, written(ours, message))).isEqualTo(message);
        }
    }

    @Test
    void a_schema_that_no_message_has_is_refused() {
        assertThatThrownBy(() -> ValueWriter.of(Schema.create(Schema.Type.FLOAT)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no Segue message contains a \"float\"");
    }

    private static byte[] written(ValueWriter writer, Object value) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
        writer.write(value, encoder);
        encoder.flush();
        return bytes.toByteArray();
    }

    private static Object read(Schema schema, byte[] bytes) throws IOException {
        SpecificDatumReader<Object> reader = new SpecificDatumReader<>(schema, schema, AvroModel.create());
        return reader.read(null, DecoderFactory.get().binaryDecoder(bytes, null));
    }
}
