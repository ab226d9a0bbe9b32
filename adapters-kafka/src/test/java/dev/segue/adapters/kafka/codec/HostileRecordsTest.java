package dev.segue.adapters.kafka.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.contracts.AlertNote;
import dev.segue.contracts.DeadLetter;
import dev.segue.contracts.Health;
import dev.segue.contracts.Incident;
import dev.segue.contracts.KpiRow;
import dev.segue.contracts.LateEvent;
import dev.segue.contracts.SessionPlays;
import dev.segue.contracts.SessionRevision;
import dev.segue.contracts.Signal;
import dev.segue.contracts.Track;
import dev.segue.contracts.TrackKpis;
import dev.segue.domain.alert.Incident.Direction;
import dev.segue.domain.alert.Incident.Status;
import dev.segue.domain.fixture.Fuzz;
import dev.segue.domain.fixture.Mutator;
import dev.segue.domain.kpi.Kpi;
import dev.segue.domain.kpi.Subject;
import dev.segue.domain.playback.PlaybackEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

/** Whatever bytes a record holds, a codec returns a value or throws {@link UnusableRecord}. */
class HostileRecordsTest {

    private static final int ATTEMPTS = 20_000;

    private static final List<String> KEYS = List.of("anna", "s-1/0", "s-1/2147483647", "/", "s-1/-1");

    private final RegistryInMemory registry = new RegistryInMemory();

    @Test
    void playback_events() {
        PlaybackCodec codec = new PlaybackCodec(registry, "playback");
        List<byte[]> honest = Samples.all().stream().map(codec::encode).toList();

        decoded("PlaybackCodec", dev.segue.contracts.PlaybackEvent.getClassSchema(), honest, (key, value) -> {
            PlaybackEvent event = codec.decode(value);
            assertThat(event.occurredAt()).isBetween(-62_135_596_800_000L, 253_402_300_799_999L);
            return event;
        });
    }

    @Test
    void tracks() {
        TrackCodec codec = new TrackCodec(registry, "tracks");

        decoded("TrackCodec", Track.getClassSchema(), List.of(), (key, value) -> codec.decode(value));
    }

    @Test
    void sessions() {
        SessionCodec codec = new SessionCodec(registry, "sessions");

        decoded("SessionCodec", SessionRevision.getClassSchema(), List.of(), codec::decode);
    }

    @Test
    void plays() {
        PlaysCodec codec = new PlaysCodec(registry, "plays");

        decoded("PlaysCodec", SessionPlays.getClassSchema(), List.of(), codec::decode);
    }

    @Test
    void kpi_rows() {
        KpiCodec codec = new KpiCodec(registry, "kpis");

        decoded("KpiCodec", KpiRow.getClassSchema(), List.of(), (key, value) -> codec.decode(value));
    }

    @Test
    void track_kpis() {
        TrackKpisCodec codec = new TrackKpisCodec(registry, "track-kpis");
        byte[] honest = codec.encode(TrackKpisCodecTest.some());

        decoded("TrackKpisCodec", TrackKpis.getClassSchema(), List.of(honest), (key, value) -> codec.decode(value));
    }

    @Test
    void incidents() {
        IncidentCodec codec = new IncidentCodec(registry, "alerts");
        byte[] honest =
                codec.encode(IncidentCodecTest.incident(Status.OPEN, Kpi.SESSIONS, Direction.LOWER, Subject.ALL, null));

        decoded("IncidentCodec", Incident.getClassSchema(), List.of(honest), (key, value) -> codec.decode(value));
    }

    @Test
    void notes() {
        NoteCodec codec = new NoteCodec(registry, "notes");

        decoded("NoteCodec", AlertNote.getClassSchema(), List.of(), (key, value) -> codec.decode(value));
    }

    @Test
    void signals() {
        SignalCodec codec = new SignalCodec(registry, "signals");

        decoded("SignalCodec", Signal.getClassSchema(), List.of(), (key, value) -> codec.decode(value));
    }

    @Test
    void health_reports() {
        HealthCodec codec = new HealthCodec(registry, "health");

        decoded("HealthCodec", Health.getClassSchema(), List.of(), (key, value) -> codec.decode(value));
    }

    @Test
    void late_events() {
        LateCodec codec = new LateCodec(registry, "late");

        decoded("LateCodec", LateEvent.getClassSchema(), List.of(), (key, value) -> codec.decode(value));
    }

    @Test
    void dead_letters() {
        DeadLetterCodec codec = new DeadLetterCodec(registry, "dead-letters");

        decoded("DeadLetterCodec", DeadLetter.getClassSchema(), List.of(), (key, value) -> codec.decode(value));
    }

    private interface Codec {
        Object decode(byte[] key, byte[] value) throws UnusableRecord;
    }

    private void decoded(String name, Schema schema, List<byte[]> honest, Codec codec) {
        Fuzz.of(name, ATTEMPTS, input -> {
            byte[] key = input.textLike(KEYS).getBytes(StandardCharsets.UTF_8);
            byte[] value = value(schema, honest, input);
            try {
                assertThat(codec.decode(key, value)).isNotNull();
                return true;
            } catch (UnusableRecord e) {
                assertThat(e.reason()).isNotNull();
                assertThat(e.explanation()).isNotBlank();
                return false;
            }
        });
    }

    /** Half of them fit their schema. */
    private byte[] value(Schema schema, List<byte[]> honest, Mutator input) throws IOException {
        byte[] wild = WildRecords.of(registry, schema, input);
        if (input.random().nextBoolean()) {
            return input.given(wild);
        }
        if (input.random().nextInt(100) == 0) {
            return null;
        }
        return input.bytesLike(honest.isEmpty() || input.random().nextBoolean() ? List.of(wild) : honest);
    }
}
