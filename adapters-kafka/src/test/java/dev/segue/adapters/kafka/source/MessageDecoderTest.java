package dev.segue.adapters.kafka.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.adapters.kafka.codec.UnusableRecord;
import dev.segue.adapters.kafka.codec.WatermarkHeader;
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
    void a_message_moves_the_clock_to_the_watermark_of_its_record() {
        assertThat(timeOf(marked(VALUE, 5))).isEqualTo(5);
    }

    @Test
    void a_message_without_a_watermark_moves_no_clock() {
        assertThat(timeOf(record(TimestampType.CREATE_TIME, VALUE))).isEqualTo(RecordDecoder.NO_TIME);
    }

    @Test
    void a_watermark_of_another_length_moves_no_clock() {
        ConsumerRecord<byte[], byte[]> short3 = record(TimestampType.CREATE_TIME, VALUE);
        short3.headers().add(WatermarkHeader.NAME, new byte[3]);
        ConsumerRecord<byte[], byte[]> none = record(TimestampType.CREATE_TIME, VALUE);
        none.headers().add(WatermarkHeader.NAME, null);

        assertThat(timeOf(short3)).isEqualTo(RecordDecoder.NO_TIME);
        assertThat(timeOf(none)).isEqualTo(RecordDecoder.NO_TIME);
    }

    @Test
    void a_watermark_never_passes_the_clock_of_its_message() {
        assertThat(timeOf(marked(VALUE, 9))).isEqualTo(7);
    }

    @Test
    void a_clock_that_has_not_started_or_has_ended_moves_none() {
        assertThat(timeOf(marked(null, 5))).isEqualTo(RecordDecoder.NO_TIME);
        assertThat(timeOf(marked(bytes(String.valueOf(Clocks.ENDED)), Clocks.ENDED)))
                .isEqualTo(RecordDecoder.NO_TIME);
    }

    @Test
    void what_is_made_at_the_end_moves_the_clock_to_its_watermark() {
        assertThat(timeOf(marked(bytes(String.valueOf(Clocks.ENDED)), 5))).isEqualTo(5);
    }

    private long timeOf(ConsumerRecord<byte[], byte[]> record) {
        Received<Long> read = numbers.decode(record, NOW);
        assertThat(numbers.isUsable(read)).isTrue();
        return numbers.time(record, read);
    }

    private static ConsumerRecord<byte[], byte[]> marked(byte[] value, long watermark) {
        ConsumerRecord<byte[], byte[]> record = record(TimestampType.CREATE_TIME, value);
        WatermarkHeader.add(record.headers(), watermark);
        return record;
    }

    @Test
    void bytes_that_are_no_message_are_rejected_with_all_that_is_needed_to_find_them() {
        MessageDecoder<Long> nothing = new MessageDecoder<>(
                (key, value) -> {
                    throw new UnusableRecord(RejectionReason.UNREADABLE, "Not Avro.");
                },
                number -> number);
        ConsumerRecord<byte[], byte[]> record = record(TimestampType.CREATE_TIME, VALUE);
        Received<Long> read = nothing.decode(record, NOW);

        assertThat(read)
                .isEqualTo(new Rejected<Long>(
                        new DeadLetter(
                                RejectionReason.UNREADABLE, "Not Avro.", "kpis", 3, 42, KEY, VALUE, LETTER_HEADERS),
                        NOW));
        assertThat(nothing.isUsable(read)).isFalse();
        assertThat(nothing.time(record, read)).isEqualTo(RecordDecoder.NO_TIME);
    }

    private static ConsumerRecord<byte[], byte[]> record(TimestampType type, byte[] value) {
        return new ConsumerRecord<>(
                "kpis", 3, 42, 990, type, 0, 0, KEY, value, new RecordHeaders(HEADERS), Optional.empty());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
