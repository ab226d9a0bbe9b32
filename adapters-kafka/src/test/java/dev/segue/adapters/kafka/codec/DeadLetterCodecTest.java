package dev.segue.adapters.kafka.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.domain.playback.DeadLetter;
import dev.segue.domain.playback.DeadLetter.Header;
import dev.segue.domain.playback.RejectionReason;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DeadLetterCodecTest {

    private final RegistryInMemory registry = new RegistryInMemory();
    private final DeadLetterCodec codec = new DeadLetterCodec(registry, "listening.dead-letters");
    private final RecordReader<dev.segue.contracts.DeadLetter> reader =
            new RecordReader<>(registry, dev.segue.contracts.DeadLetter.getClassSchema());

    @ParameterizedTest
    @EnumSource
    void a_letter_comes_back_as_it_was_sent(RejectionReason reason) throws UnusableRecord {
        DeadLetter letter =
                new DeadLetter(reason, "Not an event.", "listening.playback", 7, 4_000_000_000L, bytes(3), bytes(300));

        assertThat(codec.decode(codec.encode(letter))).isEqualTo(letter);
    }

    @Test
    void nothing_is_not_the_same_as_empty() throws UnusableRecord {
        DeadLetter nothing = letter(null, null);
        DeadLetter empty = letter(new byte[0], new byte[0]);

        assertThat(codec.decode(codec.encode(nothing))).isEqualTo(nothing);
        assertThat(codec.decode(codec.encode(empty))).isEqualTo(empty);
    }

    @Test
    void what_is_too_long_is_cut_and_says_how_long_it_was() throws UnusableRecord {
        byte[] key = bytes(DeadLetterCodec.MOST_KEY + 1);
        byte[] original = bytes(5_000_000);
        DeadLetter letter = new DeadLetter(
                RejectionReason.TOO_LONG,
                "界".repeat(1_001),
                "界".repeat(1_000),
                0,
                0,
                key,
                original,
                List.of(new Header("large", bytes(DeadLetterCodec.MOST_HEADERS - 13))));

        byte[] value = codec.encode(letter);

        assertThat(value).hasSizeBetween(480 * 1024, 496 * 1024);
        DeadLetter read = codec.decode(value);
        assertThat(read.key()).isEqualTo(Arrays.copyOf(key, DeadLetterCodec.MOST_KEY));
        assertThat(read.original()).isEqualTo(Arrays.copyOf(original, DeadLetterCodec.MOST_ORIGINAL));
        assertThat(read.explanation()).isEqualTo("界".repeat(999) + "…");
        assertThat(read.origin()).isEqualTo("界".repeat(1_000));
        assertThat(reader.read(value).getKeyLength()).isEqualTo(DeadLetterCodec.MOST_KEY + 1);
        assertThat(reader.read(value).getOriginalLength()).isEqualTo(5_000_000);
    }

    @Test
    void what_just_fits_is_whole() throws UnusableRecord {
        DeadLetter letter = letter(bytes(DeadLetterCodec.MOST_KEY), bytes(DeadLetterCodec.MOST_ORIGINAL));

        assertThat(codec.decode(codec.encode(letter))).isEqualTo(letter);
    }

    @Test
    void headers_come_back_in_their_order_twins_included() throws UnusableRecord {
        DeadLetter letter = letterWith(
                new Header("trace", bytes(3)),
                new Header("__value_schema_id", bytes(17)),
                new Header("trace", null),
                new Header("", new byte[0]));

        assertThat(codec.decode(codec.encode(letter))).isEqualTo(letter);
    }

    @Test
    void headers_that_do_not_fit_are_left_out_and_counted() throws UnusableRecord {
        Header small = new Header("__value_schema_id", bytes(17));
        Header large = new Header("body", bytes(DeadLetterCodec.MOST_HEADERS));
        Header rest =
                new Header("é", bytes(DeadLetterCodec.MOST_HEADERS - 3 * DeadLetterCodec.EACH_HEADER - 17 - 17 - 2));
        DeadLetter letter = letterWith(large, small, rest, new Header("", null), new Header("", null));

        byte[] value = codec.encode(letter);

        assertThat(codec.decode(value).headers()).containsExactly(small, rest, new Header("", null));
        assertThat(reader.read(value).getHeaderCount()).isEqualTo(5);
    }

    @Test
    void a_million_empty_headers_take_no_more_room_than_one_large() {
        DeadLetter letter =
                letterWith(Collections.nCopies(1_000_000, new Header("", null)).toArray(Header[]::new));

        assertThat(codec.encode(letter)).hasSizeLessThan(DeadLetterCodec.MOST_HEADERS);
    }

    private static DeadLetter letterWith(Header... headers) {
        return new DeadLetter(RejectionReason.UNREADABLE, "", "playback", 0, 12, bytes(3), bytes(5), List.of(headers));
    }

    private static DeadLetter letter(byte[] key, byte[] original) {
        return new DeadLetter(RejectionReason.UNREADABLE, "", "events.jsonl", -1, 12, key, original);
    }

    private static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }
}
