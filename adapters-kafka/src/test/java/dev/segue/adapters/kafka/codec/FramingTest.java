package dev.segue.adapters.kafka.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.segue.domain.playback.RejectionReason;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The explanations for values not written by an Avro serializer with Confluent's framing. */
class FramingTest {

    private static final String JSON = "The value is JSON text, not Avro. In the producer's settings, choose an Avro"
            + " serializer that uses the schema registry.";

    private final PlaybackCodec codec = new PlaybackCodec(new RegistryInMemory(), "listening.playback");

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "{\"user_id\": \"anna\"}\n", " [1, 2]"})
    void json_is_said_to_be_json(String text) {
        assertUnreadable(text.getBytes(UTF_8), JSON);
    }

    @Test
    void an_avro_file_is_no_message() {
        assertUnreadable(
                "Obj\u0001...".getBytes(UTF_8), "The value is an Avro file (it begins with Obj), not one message.");
    }

    @Test
    void avros_single_object_encoding_is_named() {
        assertUnreadable(
                HexFormat.of().parseHex("c3010102030405060708"),
                "The value is in Avro's single-object encoding (it begins with C3 01), which names the schema by its"
                        + " fingerprint. In the producer's settings, choose a serializer that uses the schema"
                        + " registry.");
    }

    @Test
    void glues_framing_is_named() {
        assertUnreadable(
                HexFormat.of().parseHex("0300" + "00112233445566778899aabbccddeeff" + "04"),
                "The value begins with 3, as AWS Glue's serializer writes it. In the producer's settings, choose a"
                        + " serializer that uses a registry with Confluent's interface.");
    }

    @Test
    void anything_else_may_be_avro_without_an_id() {
        assertUnreadable(
                new byte[] {4, 'e', '1'},
                "The value begins with byte 4, not with 0: it was not written by a serializer that uses the schema"
                        + " registry, or it is Avro without the id of its schema.");
        assertUnreadable(
                "{4".getBytes(UTF_8),
                "The value begins with byte 123, not with 0: it was not written by a serializer that uses the schema"
                        + " registry, or it is Avro without the id of its schema.");
    }

    private void assertUnreadable(byte[] value, String explanation) {
        assertThatThrownBy(() -> codec.decode(value)).isInstanceOfSatisfying(UnusableRecord.class, e -> {
            assertThat(e.reason()).isEqualTo(RejectionReason.UNREADABLE);
            assertThat(e.explanation()).isEqualTo(explanation);
        });
    }
}
