package dev.segue.adapters.kafka.source;

import static dev.segue.domain.fixture.Events.aSearch;
import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.adapters.kafka.codec.ForgetRequestCodec;
import dev.segue.adapters.kafka.codec.UnusableRecord;
import dev.segue.domain.accounting.Received;
import dev.segue.domain.accounting.Received.Message;
import dev.segue.domain.accounting.Received.Rejected;
import dev.segue.domain.playback.DeadLetter;
import dev.segue.domain.playback.DeadLetter.Header;
import dev.segue.domain.playback.ForgetRequest;
import dev.segue.domain.playback.Intake;
import dev.segue.domain.playback.PlaybackEvent;
import dev.segue.domain.playback.PlaybackRecord;
import dev.segue.domain.playback.Pseudonyms;
import dev.segue.domain.playback.RejectionReason;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

class PlaybackDecoderTest {

    private static final PlaybackEvent EVENT = aSearch().at("09:00").build();
    private static final long NOW = EVENT.occurredAt() + 1_000;
    private static final byte[] KEY = bytes("anna");
    private static final Headers HEADERS =
            new RecordHeaders().add("trace", bytes("1")).add("trace", null);
    private static final List<Header> LETTER_HEADERS =
            List.of(new Header("trace", bytes("1")), new Header("trace", null));
    private static final byte[] VALUE = bytes("a search");

    private static final Pseudonyms PSEUDONYMS = new Pseudonyms(1, bytes("0123456789abcdef0123456789abcdef"));

    private final EventDecoder itsEvent = value -> EVENT;
    private final EventDecoder noEvent = value -> {
        throw new UnusableRecord(RejectionReason.UNREADABLE, "Not Avro.");
    };

    @Test
    void a_usable_event_is_accepted_with_the_time_at_which_the_broker_appended_it() {
        PlaybackDecoder decoder = new PlaybackDecoder(itsEvent, Intake.DEFAULT, true);

        assertThat(decoder.decode(record(TimestampType.LOG_APPEND_TIME, NOW - 1, VALUE), NOW))
                .isEqualTo(new Message<>(EVENT, NOW - 1, NOW));
    }

    @Test
    void a_producers_stamp_is_not_trusted() {
        Received<PlaybackRecord> accepted = new Message<>(EVENT, Intake.NOT_APPENDED, NOW);

        assertThat(new PlaybackDecoder(itsEvent, Intake.DEFAULT, true)
                        .decode(record(TimestampType.CREATE_TIME, 0, VALUE), NOW))
                .isEqualTo(accepted);
        assertThat(new PlaybackDecoder(itsEvent, Intake.DEFAULT, false)
                        .decode(record(TimestampType.LOG_APPEND_TIME, 0, VALUE), NOW))
                .isEqualTo(accepted);
    }

    @Test
    void an_event_that_is_ahead_of_its_append_time_is_rejected() {
        long tooEarly = EVENT.occurredAt() - Intake.DEFAULT.clockToleranceMs() - 1;
        Received<PlaybackRecord> received = new PlaybackDecoder(itsEvent, Intake.DEFAULT, true)
                .decode(record(TimestampType.LOG_APPEND_TIME, tooEarly, VALUE), NOW);

        assertThat(((Rejected) received).letter().reason()).isEqualTo(RejectionReason.CLOCK_AHEAD);
        assertThat(((Rejected) received).letter().headers()).isEqualTo(LETTER_HEADERS);
    }

    @Test
    void bytes_that_are_no_event_are_rejected_with_all_that_is_needed_to_find_them() {
        assertThat(new PlaybackDecoder(noEvent, Intake.DEFAULT, true)
                        .decode(record(TimestampType.LOG_APPEND_TIME, NOW, VALUE), NOW))
                .isEqualTo(new Rejected<>(
                        new DeadLetter(
                                RejectionReason.UNREADABLE, "Not Avro.", "playback", 3, 42, KEY, VALUE, LETTER_HEADERS),
                        NOW));
    }

    @Test
    void a_record_without_a_value_is_a_request_to_forget_its_key_if_a_header_says_so() {
        PlaybackDecoder decoder = new PlaybackDecoder(noEvent, Intake.DEFAULT, true);
        ConsumerRecord<byte[], byte[]> request =
                sent(ForgetRequestCodec.encode(new ForgetRequest("anna"), "playback", 3));
        Received<PlaybackRecord> received = decoder.decode(request, NOW);

        assertThat(received).isEqualTo(new Message<>(new ForgetRequest("anna"), Intake.NOT_APPENDED, NOW));
        assertThat(decoder.isUsable(received))
                .as("ends the silence of its partition")
                .isFalse();
        assertThat(decoder.time(request, received)).isEqualTo(RecordDecoder.NO_TIME);
    }

    @Test
    void a_producers_mistake_forgets_nobody() {
        PlaybackDecoder decoder = new PlaybackDecoder(itsEvent, Intake.DEFAULT, true);
        ConsumerRecord<byte[], byte[]> withValue =
                sent(ForgetRequestCodec.encode(new ForgetRequest("anna"), "playback", 3), VALUE);
        ConsumerRecord<byte[], byte[]> nobody = sent(ForgetRequestCodec.encode(new ForgetRequest(""), "playback", 3));

        assertThat(new PlaybackDecoder(noEvent, Intake.DEFAULT, true)
                        .decode(record(TimestampType.CREATE_TIME, 0, null), NOW))
                .isInstanceOf(Rejected.class);
        assertThat(decoder.decode(withValue, NOW)).isEqualTo(new Message<>(EVENT, Intake.NOT_APPENDED, NOW));
        assertThat(((Rejected<PlaybackRecord>) decoder.decode(nobody, NOW))
                        .letter()
                        .reason())
                .isEqualTo(RejectionReason.NO_LISTENER);
    }

    private static ConsumerRecord<byte[], byte[]> sent(ProducerRecord<byte[], byte[]> record) {
        return sent(record, record.value());
    }

    private static ConsumerRecord<byte[], byte[]> sent(ProducerRecord<byte[], byte[]> record, byte[] value) {
        return new ConsumerRecord<>(
                record.topic(),
                record.partition(),
                42,
                0,
                TimestampType.CREATE_TIME,
                0,
                0,
                record.key(),
                value,
                record.headers(),
                Optional.empty());
    }

    @Test
    void a_listener_gets_a_pseudonym_and_everything_else_stays() {
        PlaybackDecoder decoder = new PlaybackDecoder(itsEvent, Intake.DEFAULT, true, PSEUDONYMS);

        assertThat(decoder.decode(record(TimestampType.LOG_APPEND_TIME, NOW, VALUE), NOW))
                .isEqualTo(new Message<>(EVENT.ofListener(PSEUDONYMS.of("anna")), NOW, NOW));
    }

    @Test
    void with_pseudonyms_a_rejected_record_is_found_by_its_place_and_nothing_of_it_is_repeated() {
        assertThat(new PlaybackDecoder(noEvent, Intake.DEFAULT, true, PSEUDONYMS)
                        .decode(record(TimestampType.LOG_APPEND_TIME, NOW, VALUE), NOW))
                .isEqualTo(new Rejected<>(
                        new DeadLetter(
                                RejectionReason.UNREADABLE,
                                "Not Avro. What the record holds may name its listener, so it is not repeated here.",
                                "playback",
                                3,
                                42,
                                null,
                                null),
                        NOW));
    }

    @Test
    void whom_to_forget_gets_the_same_pseudonym() {
        PlaybackDecoder decoder = new PlaybackDecoder(noEvent, Intake.DEFAULT, true, PSEUDONYMS);

        assertThat(decoder.decode(sent(ForgetRequestCodec.encode(new ForgetRequest("anna"), "playback", 3)), NOW))
                .isEqualTo(new Message<>(new ForgetRequest(PSEUDONYMS.of("anna")), Intake.NOT_APPENDED, NOW));
    }

    @Test
    void with_pseudonyms_a_listener_without_an_id_is_still_rejected() {
        PlaybackDecoder decoder = new PlaybackDecoder(value -> EVENT.ofListener(""), Intake.DEFAULT, true, PSEUDONYMS);

        Received<PlaybackRecord> received = decoder.decode(record(TimestampType.LOG_APPEND_TIME, NOW, VALUE), NOW);

        assertThat(((Rejected) received).letter().reason()).isEqualTo(RejectionReason.NO_LISTENER);
    }

    private static ConsumerRecord<byte[], byte[]> record(TimestampType type, long stamp, byte[] value) {
        return new ConsumerRecord<>("playback", 3, 42, stamp, type, 0, 0, KEY, value, HEADERS, Optional.empty());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
