package dev.segue.adapters.kafka.source;

import static dev.segue.domain.fixture.Events.aSearch;
import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.adapters.kafka.codec.PlaybackCodec;
import dev.segue.adapters.kafka.codec.SessionCodec;
import dev.segue.adapters.kafka.codec.UnusableRecord;
import dev.segue.adapters.kafka.registry.SchemaRegistry;
import dev.segue.adapters.kafka.registry.UnknownSchema;
import dev.segue.domain.accounting.Received;
import dev.segue.domain.clock.Clocks;
import dev.segue.domain.playback.DeadLetter;
import dev.segue.domain.playback.DeadLetter.Header;
import dev.segue.domain.playback.Intake;
import dev.segue.domain.playback.PlaybackEvent;
import dev.segue.domain.playback.PlaybackRecord;
import dev.segue.domain.playback.RejectionReason;
import java.util.HexFormat;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Records whose headers name the schema, which some serializers can be configured to write. */
class HeaderFramedTest {

    private static final String CONFLUENTS =
            "The schema's id is in the header __value_schema_id, but Segue reads it from the beginning of the"
                    + " value. In the producer's settings, set value.schema.id.serializer to"
                    + " io.confluent.kafka.serializers.schema.id.PrefixSchemaIdSerializer.";

    /** 1, then a GUID. */
    private static final byte[] SCHEMA_ID = HexFormat.of().parseHex("01" + "0f3c5a7e91b24d68a1c3e5f708192a3b");

    /** Plain Avro: an event that begins with the id e1, and one that begins with an empty string. */
    private static final byte[] BARE = {4, 'e', '1', 2, 'u', 0};

    private static final byte[] BARE_THAT_BEGINS_WITH_0 = {0, 2, 'u', 0, 0, 0};

    private final NothingRegistered registry = new NothingRegistered();

    @Test
    void an_event_is_rejected_with_the_true_reason_and_its_headers() {
        for (byte[] value : new byte[][] {BARE, BARE_THAT_BEGINS_WITH_0, {}}) {
            DeadLetter letter = playback("__value_schema_id", value);

            assertThat(letter.reason()).isEqualTo(RejectionReason.UNREADABLE);
            assertThat(letter.explanation()).isEqualTo(CONFLUENTS);
            assertThat(letter.headers()).containsExactly(new Header("__value_schema_id", SCHEMA_ID));
            assertThat(letter.original()).isEqualTo(value);
        }
    }

    @Test
    void a_message_of_another_job_is_rejected_with_the_true_reason_and_its_headers() {
        MessageDecoder<Object> sessions =
                new MessageDecoder<>(new SessionCodec(registry, "sessions")::decode, change -> Clocks.NOT_STARTED);

        Received<Object> read = sessions.decode(record("__value_schema_id", BARE), 9);

        DeadLetter letter = ((Received.Rejected<Object>) read).letter();
        assertThat(letter.explanation()).isEqualTo(CONFLUENTS);
        assertThat(letter.headers()).containsExactly(new Header("__value_schema_id", SCHEMA_ID));
    }

    @ParameterizedTest
    @CsvSource({"apicurio.value.globalId", "apicurio.value.contentId", "apicurio.value.artifactId"})
    void apicurios_headers_are_known_too(String header) {
        assertThat(playback(header, BARE).explanation())
                .isEqualTo(
                        "The schema's id is in the header " + header
                                + ", but Segue reads it from the beginning of the value. In the producer's settings, set apicurio.registry.headers.enabled to false.");
    }

    /** A forwarded record may have copied headers. */
    @Test
    void a_header_does_not_keep_an_event_from_being_read() {
        PlaybackEvent event = aSearch().at("09:00").build();

        Received<PlaybackRecord> received = new PlaybackDecoder(value -> event, Intake.DEFAULT, false)
                .decode(record("__value_schema_id", BARE), event.occurredAt());

        assertThat(received).isInstanceOf(Received.Message.class);
    }

    @Test
    void what_is_wrong_with_an_event_that_was_read_is_not_the_headers_fault() {
        EventDecoder noDetail = value -> {
            throw new UnusableRecord(RejectionReason.NO_DETAIL, "No detail.");
        };

        Received<PlaybackRecord> received =
                new PlaybackDecoder(noDetail, Intake.DEFAULT, false).decode(record("__value_schema_id", BARE), 9);

        assertThat(((Received.Rejected<PlaybackRecord>) received).letter().explanation())
                .isEqualTo("No detail.");
    }

    private DeadLetter playback(String header, byte[] value) {
        PlaybackDecoder decoder =
                new PlaybackDecoder(new PlaybackCodec(registry, "playback")::decode, Intake.DEFAULT, false);
        return ((Received.Rejected<PlaybackRecord>) decoder.decode(record(header, value), 9)).letter();
    }

    private static ConsumerRecord<byte[], byte[]> record(String header, byte[] value) {
        return new ConsumerRecord<>(
                "topic",
                3,
                42,
                0,
                TimestampType.CREATE_TIME,
                0,
                0,
                null,
                value,
                new RecordHeaders().add(header, SCHEMA_ID),
                Optional.empty());
    }

    private static final class NothingRegistered implements SchemaRegistry {

        @Override
        public void requireAnswer() {}

        @Override
        public Schema schemaOf(int id) throws UnknownSchema {
            throw new UnknownSchema("no schema with id " + id);
        }

        @Override
        public int idOf(String subject, Schema schema) {
            throw new UnsupportedOperationException("registers nothing");
        }

        @Override
        public void holdToAllVersions(String subject) {
            throw new UnsupportedOperationException("holds nothing");
        }
    }
}
