package dev.segue.adapters.kafka.codec;

import static dev.segue.adapters.kafka.codec.Samples.DISCOVER_WEEKLY;
import static dev.segue.adapters.kafka.codec.Samples.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.segue.contracts.ContextType;
import dev.segue.contracts.DeviceType;
import dev.segue.contracts.EndReason;
import dev.segue.contracts.PlayContext;
import dev.segue.contracts.SessionPlays;
import dev.segue.domain.catalogue.TrackFacts;
import dev.segue.domain.listening.Play;
import dev.segue.domain.playback.Device;
import dev.segue.domain.playback.Intake;
import dev.segue.domain.session.Change.PlaysGone;
import dev.segue.domain.session.Change.PlaysOfSession;
import dev.segue.domain.session.ListenerLimits;
import dev.segue.domain.session.SessionId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlaysCodecTest {

    private static final Play FULL = new Play(
            "event-1",
            "play-7",
            NOON,
            NOON + 200_000,
            180_001,
            dev.segue.domain.playback.EndReason.BACK,
            "clickrow",
            "track-1",
            DISCOVER_WEEKLY,
            new Device("phone-1", Device.Type.PHONE),
            true,
            true,
            new TrackFacts(210_000, (short) 1000, (short) 1));
    private static final Play BARE = new Play(
            "event-2",
            null,
            NOON,
            NOON,
            0,
            dev.segue.domain.playback.EndReason.UNKNOWN,
            null,
            null,
            null,
            Device.UNKNOWN,
            null,
            false,
            TrackFacts.UNKNOWN);

    private static final byte[] KEY = bytes("s-1/2");

    private final RegistryInMemory registry = new RegistryInMemory();
    private final PlaysCodec codec = new PlaysCodec(registry, "listening.plays");
    private final RecordReader<SessionPlays> reader = new RecordReader<>(registry, SessionPlays.getClassSchema());

    @Test
    void a_chunk_holds_its_plays() throws UnusableRecord {
        byte[] value = codec.encode(new PlaysOfSession("anna", new SessionId("s-1"), 2, 5, List.of(FULL, BARE)));

        assertThat(reader.read(value))
                .isEqualTo(SessionPlays.newBuilder()
                        .setSessionId("s-1")
                        .setUserId("anna")
                        .setChunk(2)
                        .setRevision(5)
                        .setPlays(List.of(
                                dev.segue.contracts.Play.newBuilder()
                                        .setEventId("event-1")
                                        .setPlayId("play-7")
                                        .setStartedAt(Instant.ofEpochMilli(NOON))
                                        .setEndedAt(Instant.ofEpochMilli(NOON + 200_000))
                                        .setPlayedMs(180_001)
                                        .setEndReason(EndReason.BACK)
                                        .setStartReason("clickrow")
                                        .setTrackId("track-1")
                                        .setContext(new PlayContext(
                                                ContextType.PLAYLIST, "37i9dQZEVXcJZyENOWUFo7", "2026-W10"))
                                        .setDeviceId("phone-1")
                                        .setDeviceType(DeviceType.PHONE)
                                        .setShuffle(true)
                                        .setOffline(true)
                                        .setTrackDurationMs(210_000L)
                                        .setTrackValence(1.0)
                                        .setTrackEnergy(0.001)
                                        .build(),
                                dev.segue.contracts.Play.newBuilder()
                                        .setEventId("event-2")
                                        .setStartedAt(Instant.ofEpochMilli(NOON))
                                        .setEndedAt(Instant.ofEpochMilli(NOON))
                                        .setPlayedMs(0)
                                        .build()))
                        .build());
    }

    @Test
    void a_chunk_is_read_back_as_it_was() throws UnusableRecord {
        PlaysOfSession chunk = new PlaysOfSession("anna", new SessionId("s-1"), 2, 5, List.of(FULL, BARE));

        assertThat(codec.decode(KEY, codec.encode(chunk))).isEqualTo(chunk);
    }

    @Test
    void a_record_without_a_value_says_that_its_chunk_is_no_more() throws UnusableRecord {
        assertThat(codec.decode(bytes("a/b/12"), null)).isEqualTo(new PlaysGone(null, new SessionId("a/b"), 12));
        assertThat(PlaysCodec.key(new SessionId("a/b"), 12)).isEqualTo("a/b/12");
    }

    @Test
    void a_record_without_plays_is_unusable() {
        SessionPlays backwards = SessionPlays.newBuilder()
                .setSessionId("s-1")
                .setUserId("anna")
                .setChunk(0)
                .setRevision(1)
                .setPlays(List.of(dev.segue.contracts.Play.newBuilder()
                        .setEventId("event-1")
                        .setStartedAt(Instant.ofEpochMilli(NOON))
                        .setEndedAt(Instant.ofEpochMilli(NOON - 1))
                        .setPlayedMs(0)
                        .build()))
                .build();
        RecordWriter<SessionPlays> writer =
                new RecordWriter<>(registry, "listening.plays", SessionPlays.getClassSchema());

        assertThatThrownBy(() -> codec.decode(KEY, writer.write(backwards)))
                .isInstanceOf(UnusableRecord.class)
                .hasMessage("A play ends before it starts.");
        assertThatThrownBy(() -> codec.decode(bytes("s-1"), null))
                .isInstanceOf(UnusableRecord.class)
                .hasMessage("The key is not <session id>/<chunk>.");
        assertThatThrownBy(() -> codec.decode(null, null)).isInstanceOf(UnusableRecord.class);
        assertThatThrownBy(() -> codec.decode(KEY, new byte[7])).isInstanceOf(UnusableRecord.class);
    }

    @Test
    void a_chunk_that_no_session_has_is_refused() {
        PlaysOfSession beyond = new PlaysOfSession("anna", new SessionId("s-1"), 10_000, 1, List.of());

        assertThatThrownBy(() -> codec.decode(KEY, codec.encode(beyond)))
                .isInstanceOf(UnusableRecord.class)
                .hasMessage("The chunk must be 0 to 9999, but is 10000.");
        assertThatThrownBy(() -> codec.decode(bytes("s-1/-1"), null))
                .isInstanceOf(UnusableRecord.class)
                .hasMessage("The chunk must be 0 to 9999, but is -1.");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void the_largest_chunk_stays_under_512_ki_b() {
        String longest = "界".repeat(Intake.LONGEST_TEXT);
        Play largest = new Play(
                longest,
                longest,
                Long.MIN_VALUE,
                Long.MAX_VALUE,
                Long.MAX_VALUE,
                dev.segue.domain.playback.EndReason.BACK,
                longest,
                longest,
                new dev.segue.domain.playback.PlayContext(
                        dev.segue.domain.playback.PlayContext.Type.PLAYLIST, longest, longest),
                new Device(longest, Device.Type.PHONE),
                true,
                true,
                new TrackFacts(Integer.MAX_VALUE, (short) 1000, (short) 1000));

        assertThat(codec.encode(new PlaysOfSession(
                        longest,
                        new SessionId("s-1"),
                        Integer.MIN_VALUE,
                        Integer.MIN_VALUE,
                        Collections.nCopies(ListenerLimits.DEFAULT.playsPerChunk(), largest))))
                .hasSizeBetween(450 * 1024, 500 * 1024);
    }
}
