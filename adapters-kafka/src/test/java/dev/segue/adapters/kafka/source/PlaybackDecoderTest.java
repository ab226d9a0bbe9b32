package dev.segue.adapters.kafka.source;

import static dev.segue.domain.fixture.Events.aSearch;
import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.adapters.kafka.codec.UnusableRecord;
import dev.segue.domain.accounting.Received;
import dev.segue.domain.accounting.Received.Message;
import dev.segue.domain.accounting.Received.Rejected;
import dev.segue.domain.playback.DeadLetter;
import dev.segue.domain.playback.DeadLetter.Header;
import dev.segue.domain.playback.Intake;
import dev.segue.domain.playback.PlaybackEvent;
import dev.segue.domain.playback.RejectionReason;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
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
        Received<PlaybackEvent> accepted = new Message<>(EVENT, Intake.NOT_APPENDED, NOW);

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
        Received<PlaybackEvent> received = new PlaybackDecoder(itsEvent, Intake.DEFAULT, true)
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

    private static ConsumerRecord<byte[], byte[]> record(TimestampType type, long stamp, byte[] value) {
        return new ConsumerRecord<>("playback", 3, 42, stamp, type, 0, 0, KEY, value, HEADERS, Optional.empty());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
