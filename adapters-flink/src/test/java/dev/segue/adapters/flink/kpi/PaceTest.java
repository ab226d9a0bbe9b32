package dev.segue.adapters.flink.kpi;

import static dev.segue.domain.fixture.Events.aPlay;
import static dev.segue.domain.fixture.Times.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.domain.kpi.counting.KpiRules;
import dev.segue.domain.proof.IncrementalStage;
import dev.segue.domain.session.Change;
import dev.segue.domain.session.Change.Revision;
import dev.segue.domain.session.SessionRules;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How often a row that goes on changing is emitted. */
class PaceTest {

    /** Of all listening: a zone's hour, a country's hour, day and week, the world's day and week. */
    private static final int ROWS = 7;

    @Test
    void a_row_is_emitted_at_once_and_then_once_for_all_that_changed_within_its_pace_as_it_is_then() throws Exception {
        List<Change> growing = threeRevisions();
        try (KpiStage stage = new KpiStage(KpiRules.DEFAULT)) {
            stage.receives(growing.get(0));
            stage.wallClockGoesOn(0);
            assertThat(playsEmitted(stage)).containsExactly(1, 1, 1, 1, 1, 1, 1);

            stage.wallClockGoesOn(1_000);
            stage.receives(growing.get(1));
            stage.wallClockGoesOn(3_000);
            stage.receives(growing.get(2));
            stage.wallClockGoesOn(999);
            assertThat(playsEmitted(stage)).isEmpty();

            stage.wallClockGoesOn(1);
            assertThat(playsEmitted(stage)).containsExactly(3, 3, 3, 3, 3, 3, 3);
            stage.wallClockGoesOn(60_000);
            assertThat(playsEmitted(stage)).isEmpty();
        }
    }

    @Test
    void a_row_that_was_emitted_long_ago_is_emitted_at_once() throws Exception {
        List<Change> growing = threeRevisions();
        try (KpiStage stage = new KpiStage(KpiRules.DEFAULT)) {
            stage.receives(growing.get(0));
            stage.wallClockGoesOn(0);
            assertThat(playsEmitted(stage)).hasSize(ROWS);

            stage.wallClockGoesOn(60_000);
            stage.receives(growing.get(1));
            stage.wallClockGoesOn(0);
            assertThat(playsEmitted(stage)).containsExactly(2, 2, 2, 2, 2, 2, 2);
        }
    }

    /** The plays of each row that was emitted since the last call. */
    private static List<Integer> playsEmitted(KpiStage stage) {
        List<Integer> plays =
                stage.emitted().stream().map(row -> row.numbers().plays()).toList();
        stage.emitted().clear();
        return plays;
    }

    /** One session, emitted with one play, with two and with three. */
    private static List<Change> threeRevisions() {
        List<Change> emitted = new ArrayList<>();
        try (IncrementalStage sessions = new IncrementalStage(SessionRules.DEFAULT)) {
            sessions.clockReaches(at("09:00"));
            for (String time : List.of("09:00", "09:12", "09:24")) {
                sessions.receives(aPlay().by("anna").at(time).lasting("3:00").build());
                sessions.clockReaches(at(time) + SessionRules.DEFAULT.earlyFiringIntervalMs());
                sessions.emitted().stream().filter(Revision.class::isInstance).forEach(emitted::add);
            }
        }
        assertThat(emitted)
                .extracting(change -> ((Revision) change).session().plays())
                .containsExactly(1, 2, 3);
        return emitted;
    }
}
