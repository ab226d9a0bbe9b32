package dev.segue.adapters.kafka.codec;

import static dev.segue.adapters.kafka.codec.Samples.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.segue.contracts.PlaybackEventType;
import dev.segue.contracts.TrackEnded;
import dev.segue.domain.playback.Content;
import dev.segue.domain.playback.Detail;
import dev.segue.domain.playback.Device;
import dev.segue.domain.playback.EndReason;
import dev.segue.domain.playback.PauseCause;
import dev.segue.domain.playback.PlayContext;
import dev.segue.domain.playback.PlaybackEvent;
import dev.segue.domain.playback.RejectionReason;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.SchemaParser;
import org.apache.avro.generic.GenericData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class PlaybackCodecTest {

    private static final Schema OURS = dev.segue.contracts.PlaybackEvent.getClassSchema();

    private final RegistryInMemory registry = new RegistryInMemory();
    private final PlaybackCodec codec = new PlaybackCodec(registry, "listening.playback");

    @ParameterizedTest
    @MethodSource("events")
    void an_event_comes_back_as_it_was_sent(PlaybackEvent event) throws UnusableRecord {
        assertThat(codec.decode(codec.encode(event))).isEqualTo(event);
    }

    @Test
    void one_event_leaves_nothing_behind_for_the_next() throws UnusableRecord {
        List<PlaybackEvent> events = events();
        List<byte[]> values = events.stream().map(codec::encode).toList();

        for (int i = 0; i < events.size(); i++) {
            assertThat(codec.decode(values.get(i))).isEqualTo(events.get(i));
        }
        assertThat(registry.questions()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void every_end_reason_has_its_word(EndReason reason) throws UnusableRecord {
        PlaybackEvent event =
                Samples.bare(new Detail.TrackEnded(null, null, Content.TRACK, NOON, 0, reason, null, null, false));

        assertThat(codec.decode(codec.encode(event))).isEqualTo(event);
    }

    @ParameterizedTest
    @EnumSource
    void every_pause_cause_has_its_word(PauseCause cause) throws UnusableRecord {
        PlaybackEvent event = Samples.bare(new Detail.PlaybackPaused(null, cause));

        assertThat(codec.decode(codec.encode(event))).isEqualTo(event);
    }

    @ParameterizedTest
    @EnumSource
    void every_context_has_its_word(PlayContext.Type type) throws UnusableRecord {
        PlaybackEvent event =
                Samples.bare(new Detail.TrackStarted(null, null, null, new PlayContext(type, "id", null)));

        assertThat(codec.decode(codec.encode(event))).isEqualTo(event);
    }

    @ParameterizedTest
    @EnumSource
    void every_device_has_its_word(Device.Type type) {
        assertThat(Parts.DEVICE_TYPES.toDomain(Parts.DEVICE_TYPES.toContract(type)))
                .isEqualTo(type);
    }

    @Test
    void the_bytes_are_framed_as_confluent_frames_them() {
        byte[] value = codec.encode(Samples.bare(new Detail.SearchPerformed(null)));

        assertThat(Arrays.copyOf(value, 6)).containsExactly(0, 0, 0, 0, 1, 2 * "event-2".length());
        assertThat(registry.subjects()).containsExactly("listening.playback-value");
    }

    @Test
    void what_correction_added_to_the_times_is_not_sent_back() throws UnusableRecord {
        PlaybackEvent reported = Samples.full(Samples.ENDED);

        assertThat(codec.decode(codec.encode(reported.correctedBy(3_600_000)))).isEqualTo(reported);
    }

    @Test
    void a_tombstone_is_unreadable() {
        assertThat(rejectionOf(null)).isEqualTo("UNREADABLE: The record has no value.");
    }

    @Test
    void an_empty_value_is_unreadable() {
        assertThat(rejectionOf(new byte[0]))
                .isEqualTo("UNREADABLE: The value has 0 bytes, too few for the id of a schema.");
    }

    @Test
    void another_format_is_unreadable() {
        assertThat(rejectionOf("{\"user_id\":\"anna\"}".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("UNREADABLE: The value is JSON text, not Avro. In the producer's settings, choose an Avro"
                        + " serializer that uses the schema registry.");
    }

    @Test
    void an_id_that_the_registry_does_not_have_is_an_unknown_schema() {
        assertThat(rejectionOf(new byte[] {0, 0, 0, 1, 2, 0})).isEqualTo("UNKNOWN_SCHEMA: no schema with id 258");
    }

    @Test
    void another_message_is_a_schema_that_does_not_fit() {
        int id = registry.idOf(
                "other",
                SchemaBuilder.record("Invoice").fields().requiredLong("cents").endRecord());

        assertThat(rejectionOf(WireFormat.header(id)))
                .isEqualTo("UNKNOWN_SCHEMA: The schema with id 1 (Invoice) is not compatible with"
                        + " dev.segue.contracts.PlaybackEvent: NAME_MISMATCH, expected: Invoice.");
    }

    @Test
    void bytes_that_end_too_early_are_unreadable() {
        byte[] value = codec.encode(Samples.full(Samples.ENDED));

        assertThat(rejectionOf(Arrays.copyOf(value, value.length - 1)))
                .isEqualTo(
                        "UNREADABLE: The value is not a valid PlaybackEvent: the bytes end in the middle of a field.");
    }

    @Test
    void bytes_that_go_on_after_the_event_are_unreadable() {
        byte[] value = codec.encode(Samples.full(Samples.ENDED));

        assertThat(rejectionOf(Arrays.copyOf(value, value.length + 2)))
                .isEqualTo("UNREADABLE: The value has 2 more bytes after the PlaybackEvent.");
    }

    @Test
    void a_text_that_claims_two_gigabytes_costs_nothing() {
        int id = registry.idOf("listening.playback-value", OURS);
        byte[] value = Arrays.copyOf(WireFormat.header(id), 12);
        System.arraycopy(new byte[] {-2, -1, -1, -1, 15}, 0, value, 5, 5);

        assertThat(rejectionOf(value))
                .isEqualTo("UNREADABLE: The value is not a valid PlaybackEvent: a value claims 2147483647 bytes where 2"
                        + " are left.");
    }

    @Test
    void a_type_from_the_future_is_rejected_as_such() throws Exception {
        String future = OURS.toString()
                .replace("\"AD_ENDED\"", "\"AD_ENDED\",\"MIND_READ\"")
                .replace(
                        "{\"name\":\"ad_ended\"",
                        """
                        {"name":"mind_read","doc":"","default":null,"type":["null",\
                        {"type":"record","name":"MindRead","fields":[\
                        {"name":"thought","type":"int"}]}]},{"name":"ad_ended\"""");
        Schema newer = new SchemaParser().parse(future).mainSchema();
        Schema mind = newer.getField("mind_read").schema().getTypes().get(1);
        GenericData.Record read = new GenericData.Record(mind);
        read.put("thought", 12);
        GenericData.Record event = new GenericData.Record(newer);
        event.put("event_id", "event-9");
        event.put("user_id", "anna");
        event.put("device_id", "");
        event.put("device_type", symbol(newer, "device_type", "PHONE"));
        event.put("occurred_at", NOON);
        event.put("offline", false);
        event.put("type", symbol(newer, "type", "MIND_READ"));
        event.put("mind_read", read);

        assertThat(rejectionOf(GenericWriting.of(registry, newer, event)))
                .isEqualTo("UNKNOWN_TYPE: The event is of an unknown type.");

        event.put("type", symbol(newer, "type", "AD_ENDED"));
        assertThat(rejectionOf(GenericWriting.of(registry, newer, event)))
                .isEqualTo("NO_DETAIL: The type is AD_ENDED, but its detail is null.");
    }

    @Test
    void a_producer_with_an_older_schema_is_understood() throws Exception {
        Schema older = SchemaBuilder.record("PlaybackEvent")
                .namespace("dev.segue.contracts")
                .fields()
                .requiredString("event_id")
                .requiredString("user_id")
                .name("occurred_at")
                .type(OURS.getField("occurred_at").schema())
                .noDefault()
                .name("type")
                .type(OURS.getField("type").schema())
                .noDefault()
                .name("playback_resumed")
                .type(OURS.getField("playback_resumed").schema())
                .noDefault()
                .endRecord();
        Schema detail = older.getField("playback_resumed").schema().getTypes().get(1);
        GenericData.Record event = new GenericData.Record(older);
        event.put("event_id", "event-2");
        event.put("user_id", "bo");
        event.put("occurred_at", NOON);
        event.put("type", symbol(older, "type", "PLAYBACK_RESUMED"));
        event.put("playback_resumed", new GenericData.Record(detail));

        assertThat(codec.decode(GenericWriting.of(registry, older, event)))
                .isEqualTo(Samples.bare(new Detail.PlaybackResumed(null)));
    }

    @ParameterizedTest
    @EnumSource
    void every_type_needs_its_detail(PlaybackEventType type) {
        dev.segue.contracts.PlaybackEvent event = minimal().setType(type).build();

        String expected = type == PlaybackEventType.UNKNOWN
                ? "UNKNOWN_TYPE: The event is of an unknown type."
                : "NO_DETAIL: The type is " + type + ", but its detail is null.";
        assertThat(rejectionOf(written(event))).isEqualTo(expected);
    }

    @Test
    void a_time_of_no_calendar_is_no_time() {
        assertThat(rejectionOf(written(minimal()
                        .setType(PlaybackEventType.SEARCH_PERFORMED)
                        .setOccurredAt(Instant.ofEpochMilli(Long.MAX_VALUE))
                        .build())))
                .isEqualTo("NO_TIME: occurred_at is not a valid time: +292278994-08-17T07:12:55.807Z.");
        assertThat(rejectionOf(written(minimal()
                        .setType(PlaybackEventType.SEARCH_PERFORMED)
                        .setReceivedAt(Instant.ofEpochMilli(Long.MIN_VALUE))
                        .build())))
                .isEqualTo("NO_TIME: received_at is not a valid time: -292275055-05-16T16:47:04.192Z.");
        assertThat(rejectionOf(written(minimal()
                        .setType(PlaybackEventType.TRACK_ENDED)
                        .setTrackEnded(TrackEnded.newBuilder()
                                .setStartedAt(Instant.parse("0000-12-31T23:59:59.999Z"))
                                .setPlayedMs(1)
                                .build())
                        .build())))
                .isEqualTo("NO_TIME: started_at is not a valid time: 0000-12-31T23:59:59.999Z.");
    }

    @Test
    void content_that_we_do_not_know_stays_unknown() throws UnusableRecord {
        byte[] value = written(minimal()
                .setType(PlaybackEventType.TRACK_ENDED)
                .setTrackEnded(TrackEnded.newBuilder()
                        .setContent(dev.segue.contracts.Content.UNKNOWN)
                        .setStartedAt(Instant.ofEpochMilli(NOON))
                        .setPlayedMs(1)
                        .build())
                .build());

        assertThat(((Detail.TrackEnded) codec.decode(value).detail()).content()).isEqualTo(Content.UNKNOWN);
    }

    static List<PlaybackEvent> events() {
        return Samples.all();
    }

    private static dev.segue.contracts.PlaybackEvent.Builder minimal() {
        return dev.segue.contracts.PlaybackEvent.newBuilder()
                .setEventId("event-2")
                .setUserId("bo")
                .setOccurredAt(Instant.ofEpochMilli(NOON));
    }

    private byte[] written(dev.segue.contracts.PlaybackEvent event) {
        return new RecordWriter<dev.segue.contracts.PlaybackEvent>(registry, "listening.playback", OURS).write(event);
    }

    private static Object symbol(Schema schema, String field, String name) {
        return new GenericData.EnumSymbol(schema.getField(field).schema(), name);
    }

    private String rejectionOf(byte[] value) {
        UnusableRecord unusable = catchThrowableOfType(UnusableRecord.class, () -> codec.decode(value));
        RejectionReason reason = unusable.reason();
        return reason + ": " + unusable.explanation();
    }
}
