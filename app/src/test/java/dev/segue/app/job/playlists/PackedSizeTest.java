package dev.segue.app.job.playlists;

import static dev.segue.adapters.web.fixture.EmittedSession.aSessionOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.adapters.flink.kpi.KpiStage;
import dev.segue.adapters.flink.kpi.KpiTrial;
import dev.segue.adapters.kafka.codec.KpiCodec;
import dev.segue.adapters.kafka.codec.PlaysCodec;
import dev.segue.adapters.kafka.codec.SessionCodec;
import dev.segue.adapters.web.fixture.EmittedSession;
import dev.segue.adapters.web.store.packed.PackedPlays;
import dev.segue.adapters.web.store.packed.PackedRevision;
import dev.segue.adapters.web.store.packed.PackedRow;
import dev.segue.domain.session.Change;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Why the page packs what it stores: as Avro it would take more than half as much again (ADR 19). */
class PackedSizeTest {

    private static final double MUCH_MORE = 1.5;
    private static final int FRAME_BYTES = 5;

    private final RegistryInMemory registry = new RegistryInMemory();

    @Test
    void rows_take_much_less_than_as_avro() throws Exception {
        KpiCodec avro = new KpiCodec(registry, "kpis");
        long[] bytes = new long[2];
        for (long seed = 0; seed < 5; seed++) {
            new KpiTrial(seed).hold(new KpiTrial.Judge() {

                @Override
                public Change read(Change change) {
                    return change;
                }

                @Override
                public void judge(KpiStage stage, List<Change> read, String when) {
                    stage.rows().values().forEach(row -> {
                        bytes[0] += PackedRow.pack(row).length;
                        bytes[1] += avro.encode(row).length - FRAME_BYTES;
                    });
                }
            });
        }

        assertThat((double) bytes[1]).isGreaterThan(MUCH_MORE * bytes[0]);
    }

    @Test
    void sessions_and_their_plays_take_much_less_than_as_avro() {
        EmittedSession session = aSessionOf("listener-000123").from("07:00");
        for (int i = 0; i < 15; i++) {
            session.play("Song number " + i, 200 + i);
        }
        Change.PlaysOfSession plays = session.plays(1);
        Change.Revision revision = session.revision(2, Change.Status.FINAL, false);

        int playsAsAvro = new PlaysCodec(registry, "plays").encode(plays).length - FRAME_BYTES;
        int revisionAsAvro = new SessionCodec(registry, "sessions").encode(revision).length - FRAME_BYTES;

        assertThat((double) playsAsAvro).isGreaterThan(MUCH_MORE * PackedPlays.pack(plays.plays()).length);
        assertThat((double) revisionAsAvro).isGreaterThan(MUCH_MORE * PackedRevision.pack(revision).length);
    }
}
