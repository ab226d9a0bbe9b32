package dev.segue.adapters.kafka.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.adapters.kafka.codec.UnusableRecord;
import dev.segue.domain.accounting.Received;
import dev.segue.domain.accounting.Received.Message;
import dev.segue.domain.accounting.Received.Rejected;
import dev.segue.domain.clock.Clocks;
import dev.segue.domain.playback.DeadLetter;
import dev.segue.domain.playback.DeadLetter.Header;
import dev.segue.domain.playback.Intake;
import dev.segue.domain.playback.RejectionReason;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

class MessageDecoderTest {

    private static final byte[] KEY = bytes("key");
    private static final Headers HEADERS =
            new RecordHeaders().add("trace", bytes("1")).add("trace", null);
    private static final List<Header> LETTER_HEADERS =
            List.of(new Header("trace", bytes("1")), new Header("trace", null));
    private static final byte[] VALUE = bytes("7");
    private static final long NOW = 1_000;

    private final MessageDecoder<Long> numbers = new MessageDecoder<>(
            (key, value) -> value == null ? Clocks.NOT_STARTED : Long.parseLong(text(value)), number -> number);

    @Test
    void a_message_comes_with_the_stamp_of_its_record() {
        assertThat(numbers.decode(record(TimestampType.CREATE_TIME, VALUE), NOW))
                .isEqualTo(new Message<>(7L, 990, NOW));
        assertThat(numbers.decode(record(TimestampType.LOG_APPEND_TIME, VALUE), NOW))
                .isEqualTo(new Message<>(7L, 990, NOW));
        assertThat(numbers.decode(record(TimestampType.NO_TIMESTAMP_TYPE, VALUE), NOW))
                .isEqualTo(new Message<>(7L, Intake.NOT_APPENDED, NOW));
    }

    @Test
    void a_message_moves_the_clock_to_the_time_that_it_shows() {
        Received<Long> seven = numbers.decode(record(TimestampType.CREATE_TIME, VALUE), NOW);

        assertThat(numbers.isUsable(seven)).isTrue();
        assertThat(numbers.time(seven)).isEqualTo(7);
    }

    @Test
    void a_clock_that_has_not_started_or_has_ended_moves_none() {
        Received<Long> removal = numbers.decode(record(TimestampType.CREATE_TIME, null), NOW);
        Received<Long> atEnd =
                numbers.decode(record(TimestampType.CREATE_TIME, bytes(String.valueOf(Clocks.ENDED))), NOW);

        assertThat(numbers.isUsable(removal)).isTrue();
        assertThat(numbers.time(removal)).isEqualTo(RecordDecoder.NO_TIME);
        assertThat(numbers.isUsable(atEnd)).isTrue();
        assertThat(numbers.time(atEnd)).isEqualTo(RecordDecoder.NO_TIME);
    }

    @Test
    void bytes_that_are_no_message_are_rejected_with_all_that_is_needed_to_find_them() {
        MessageDecoder<Long> nothing = new MessageDecoder<>(
                (key, value) -> {
                    throw new UnusableRecord(RejectionReason.UNREADABLE, "Not Avro.");
                },
                number -> number);
        Received<Long> read = nothing.decode(record(TimestampType.CREATE_TIME, VALUE), NOW);

        assertThat(read)
                .isEqualTo(new Rejected<Long>(
                        new DeadLetter(
                                RejectionReason.UNREADABLE, "Not Avro.", "kpis", 3, 42, KEY, VALUE, LETTER_HEADERS),
                        NOW));
        assertThat(nothing.isUsable(read)).isFalse();
        assertThat(nothing.time(read)).isEqualTo(RecordDecoder.NO_TIME);
    }

    private static ConsumerRecord<byte[], byte[]> record(TimestampType type, byte[] value) {
        return new ConsumerRecord<>("kpis", 3, 42, 990, type, 0, 0, KEY, value, HEADERS, Optional.empty());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
