package dev.segue.adapters.web.view;

import static dev.segue.adapters.web.fixture.EmittedSession.aSessionOf;
import static dev.segue.adapters.web.fixture.EmittedSession.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.adapters.web.fixture.Audience;
import dev.segue.adapters.web.fixture.EmittedRow;
import dev.segue.adapters.web.fixture.EmittedSession;
import dev.segue.adapters.web.store.Bounds;
import dev.segue.adapters.web.store.Memory;
import dev.segue.domain.alert.Incident;
import dev.segue.domain.kpi.KpiWindow;
import dev.segue.domain.kpi.Place;
import dev.segue.domain.kpi.Subject;
import dev.segue.domain.session.Change;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;

/** The audience, beside what is usual. Now is 10:30 on 2 March 2026, in UTC. */
class NowViewTest {

    private static final long WEEK = 7 * 24 * 3_600_000L;
    private static final LocalDateTime TODAY = LocalDateTime.parse("2026-03-02T00:00");

    private final Memory memory = new Memory(Bounds.USUAL);

    @Test
    void nothing_is_usual_yet_in_an_empty_memory() {
        NowView view = NowView.of(memory, Audience.NOW);

        assertThat(view.usual()).isEqualTo(new NowView.Usual(null, null, null));
        assertThat(view.playlists()).isEmpty();
        assertThat(view.countries()).isEmpty();
        assertThat(view.incidents()).isEmpty();
        assertThat(view.jobs()).isEmpty();
    }

    @Test
    void usual_is_what_the_same_time_of_the_weeks_before_had() {
        for (int week = 0; week <= 3; week++) {
            for (int listener = 0; listener < (week == 0 ? 1 : 4); listener++) {
                EmittedSession session = aSessionOf("listener " + week + " " + listener)
                        .from(at("10:00") - week * WEEK)
                        .play("a", 25 * 60)
                        .skip("b", 6 * 60);
                memory.take(session.revision(1, Change.Status.FINAL, week == 0));
                memory.take(session.plays(1));
            }
        }

        NowView view = NowView.of(memory, Audience.NOW);

        assertThat(view.openSessions()).isEqualTo(1);
        assertThat(view.usual()).isEqualTo(new NowView.Usual(4.0, 0.4, 0.4));
    }

    @Test
    void what_was_corrected_or_taken_over_is_not_usual() {
        for (int week = 0; week <= 3; week++) {
            EmittedSession session = aSessionOf("anna")
                    .called("a" + week)
                    .from(at("10:00") - week * WEEK)
                    .play("a", 25 * 60);
            EmittedSession other = aSessionOf("bo")
                    .called("b" + week)
                    .from(at("10:00") - week * WEEK)
                    .play("a", 25 * 60);
            memory.take(session.revision(1, Change.Status.EARLY, true));
            memory.take(session.revision(2, Change.Status.FINAL, false));
            memory.take(other.revision(1, Change.Status.FINAL, false));
            memory.take(other.supersededBy(session.id(), 2, at("10:00") - week * WEEK));
        }

        assertThat(NowView.of(memory, Audience.NOW).usual().openSessions()).isEqualTo(1.0);
    }

    @Test
    void today_has_the_playlists_and_countries_with_the_most_listeners() {
        Audience.listeners(memory);
        for (int i = 1; i <= 7; i++) {
            listened(EmittedRow.playlist("list " + i), Place.WORLD, TODAY, i);
            listened(EmittedRow.playlist("list " + i), Place.WORLD, TODAY.minusDays(1), 100 - i);
            listened(Subject.ALL, new Place("A" + (char) ('A' + i), null), TODAY, 10 * i);
        }
        listened(EmittedRow.playlist("list 6"), Place.WORLD, TODAY, 60);
        listened(EmittedRow.playlist("list 7"), Place.WORLD, TODAY, 0);
        listened(new Subject(Subject.Kind.PLAYLIST, "list 1", "2026-W10"), Place.WORLD, TODAY, 1_000);
        listened(EmittedRow.playlist("list 1"), new Place("SE", null), TODAY, 1_000);
        listened(Subject.ALL, new Place("SE", null), TODAY.minusDays(1), 1_000);
        listened(Subject.ALL, Place.WORLD, TODAY, 1_000);

        NowView view = NowView.of(memory, Audience.NOW);

        assertThat(view.playlists())
                .containsExactly(
                        new NowView.Listened("list 6", 60),
                        new NowView.Listened("list 5", 5),
                        new NowView.Listened("list 4", 4),
                        new NowView.Listened("list 3", 3),
                        new NowView.Listened("list 2", 2));
        assertThat(view.countries())
                .startsWith(new NowView.Listened("AH", 70), new NowView.Listened("AG", 60))
                .hasSize(5);
    }

    @Test
    void open_incidents_are_counted_and_the_jobs_are_in_the_order_of_the_pipeline() {
        for (int i = 0; i < 7; i++) {
            memory.take(Audience.incident("open " + i, Incident.Status.OPEN, Subject.ALL, i + 1, 0));
        }
        memory.take(Audience.incident("closed", Incident.Status.CLOSED, Subject.ALL, 9, 8));
        Audience.health(memory);

        NowView view = NowView.of(memory, Audience.NOW);

        assertThat(view.openIncidents()).isEqualTo(7);
        assertThat(view.incidents()).hasSize(5);
        assertThat(view.incidents().get(0).id()).isEqualTo("open 0");
        assertThat(view.jobs()).extracting(Freshness::job).startsWith("sessions");
    }

    private void listened(Subject subject, Place place, LocalDateTime day, int listeners) {
        memory.take(EmittedRow.of(KpiWindow.Period.DAY, subject, place, day)
                .listeners(listeners)
                .row());
    }
}
