package dev.segue.adapters.kafka.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.io.Encoder;
import org.apache.avro.io.EncoderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Compared with what Avro's own encoder writes, and given what no encoder writes. */
class BoundedDecoderTest {

    private interface Writing {
        void to(Encoder encoder) throws IOException;
    }

    @ParameterizedTest
    @ValueSource(
            longs = {
                0,
                1,
                -1,
                63,
                64,
                -64,
                -65,
                8191,
                8192,
                Integer.MAX_VALUE,
                Integer.MIN_VALUE,
                Long.MAX_VALUE,
                Long.MIN_VALUE
            })
    void longs_come_back(long value) throws IOException {
        assertThat(decoding(encoder -> encoder.writeLong(value)).readLong()).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, -1, 63, 64, -64, -65, 8191, 8192, Integer.MAX_VALUE, Integer.MIN_VALUE})
    void ints_come_back(int value) throws IOException {
        assertThat(decoding(encoder -> encoder.writeInt(value)).readInt()).isEqualTo(value);
    }

    @Test
    void every_other_value_comes_back() throws IOException {
        BoundedDecoder decoder = decoding(encoder -> {
            encoder.writeBoolean(true);
            encoder.writeBoolean(false);
            encoder.writeFloat(-1.5f);
            encoder.writeDouble(Math.PI);
            encoder.writeString("ünïcode 🎵");
            encoder.writeString("again");
            encoder.writeString("skipped");
            encoder.writeBytes(new byte[] {1, 2, 3});
            encoder.writeBytes(new byte[] {4});
            encoder.writeFixed(new byte[] {5, 6});
            encoder.writeFixed(new byte[] {7, 8});
            encoder.writeEnum(9);
            encoder.writeIndex(1);
        });
        byte[] fixed = new byte[2];

        assertThat(decoder.readBoolean()).isTrue();
        assertThat(decoder.readBoolean()).isFalse();
        assertThat(decoder.readFloat()).isEqualTo(-1.5f);
        assertThat(decoder.readDouble()).isEqualTo(Math.PI);
        assertThat(decoder.readString()).isEqualTo("ünïcode 🎵");
        assertThat(decoder.readString(null).toString()).isEqualTo("again");
        decoder.skipString();
        assertThat(decoder.readBytes(null)).isEqualTo(ByteBuffer.wrap(new byte[] {1, 2, 3}));
        decoder.skipBytes();
        decoder.readFixed(fixed, 0, 2);
        assertThat(fixed).containsExactly(5, 6);
        decoder.skipFixed(2);
        assertThat(decoder.readEnum()).isEqualTo(9);
        assertThat(decoder.readIndex()).isEqualTo(1);
        assertThat(decoder.remaining()).isZero();
    }

    @Test
    void blocks_with_their_length_are_read_and_skipped() throws IOException {
        // Two items in a block of two bytes, one item in a block without length, the end; twice.
        byte[] list = {3, 4, 10, 12, 2, 14, 0, 3, 4, 10, 12, 2, 14, 0};
        BoundedDecoder decoder = decoding(list);

        assertThat(decoder.readArrayStart()).isEqualTo(2);
        assertThat(decoder.readLong()).isEqualTo(5);
        assertThat(decoder.readLong()).isEqualTo(6);
        assertThat(decoder.arrayNext()).isEqualTo(1);
        assertThat(decoder.readLong()).isEqualTo(7);
        assertThat(decoder.arrayNext()).isZero();
        assertThat(decoder.skipArray()).isEqualTo(1);
        assertThat(decoder.readLong()).isEqualTo(7);
        assertThat(decoder.skipArray()).isZero();
        assertThat(decoder.remaining()).isZero();
    }

    @Test
    void no_list_has_more_items_than_bytes_in_all_its_blocks_together() throws IOException {
        BoundedDecoder decoder = decoding(new byte[] {6, 6, 0});

        assertThat(decoder.readArrayStart()).isEqualTo(3);
        assertThatThrownBy(decoder::arrayNext)
                .isInstanceOf(AvroRuntimeException.class)
                .hasMessage("a list claims more items than there are bytes");
    }

    @Test
    void a_list_of_the_most_negative_length_is_refused() throws IOException {
        BoundedDecoder decoder = decoding(encoder -> {
            encoder.writeLong(Long.MIN_VALUE);
            encoder.writeLong(0);
        });

        assertThatThrownBy(decoder::readMapStart).isInstanceOf(AvroRuntimeException.class);
    }

    @Test
    void no_value_goes_beyond_the_end() throws IOException {
        BoundedDecoder text = decoding("\u0008abc".getBytes(StandardCharsets.UTF_8));
        BoundedDecoder negative = decoding(new byte[] {1, 0});
        BoundedDecoder number = decoding(new byte[] {-1});

        assertThatThrownBy(text::readString)
                .isInstanceOf(EOFException.class)
                .hasMessage("a value claims 4 bytes where 3 are left");
        assertThatThrownBy(negative::skipBytes)
                .isInstanceOf(EOFException.class)
                .hasMessage("a value claims -1 bytes where 1 are left");
        assertThatThrownBy(number::readInt)
                .isInstanceOf(EOFException.class)
                .hasMessage("the bytes end in the middle of a field");
    }

    @Test
    void no_number_goes_on_for_ever() throws IOException {
        byte[] endless = {-1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, 0};

        assertThatThrownBy(decoding(endless)::readLong).hasMessage("a number is too long");
        assertThatThrownBy(decoding(endless)::readInt).hasMessage("a number is too long");
    }

    @Test
    void a_boolean_is_zero_or_one() throws IOException {
        assertThatThrownBy(decoding(new byte[] {2})::readBoolean).hasMessage("a boolean is 0 or 1, not 2");
    }

    private static BoundedDecoder decoding(Writing writing) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Encoder encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
        writing.to(encoder);
        encoder.flush();
        return decoding(bytes.toByteArray());
    }

    private static BoundedDecoder decoding(byte[] bytes) {
        BoundedDecoder decoder = new BoundedDecoder();
        decoder.reset(bytes, 0);
        return decoder;
    }
}
