package dev.segue.adapters.web.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.segue.adapters.web.fixture.Audience;
import dev.segue.adapters.web.fixture.EmittedRow;
import dev.segue.adapters.web.store.Bounds;
import dev.segue.adapters.web.store.Memory;
import dev.segue.adapters.web.view.InsightsView.Line;
import dev.segue.domain.alert.Incident;
import dev.segue.domain.kpi.KpiWindow;
import dev.segue.domain.kpi.Place;
import dev.segue.domain.kpi.Subject;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;

class InsightsViewTest {

    /** The last hour that is over, on a Monday. */
    private static final LocalDateTime LAST = LocalDateTime.parse("2026-03-02T09:00");

    private static final Place SWEDEN = new Place("SE", null);
    private static final Place BRAZIL = new Place("BR", null);
    private static final Subject WEEKLY = EmittedRow.playlist("weekly");
    private static final int WEEKS = 4;
    private static final double EXACT = 1e-9;

    private final Memory memory = new Memory(Bounds.USUAL);

    @Test
    void what_affects_most_listeners_is_first() {
        hours(Subject.ALL, SWEDEN, 1_000, 1_000);
        hours(Subject.ALL, BRAZIL, 2_000, 2_000);
        hours(WEEKLY, SWEDEN, 300, 60);
        hours(WEEKLY, BRAZIL, 1_000, 600);

        List<Line> lines = view().now().lines();

        assertThat(lines).extracting(Line::country).containsExactly("BR", "SE");
        assertThat(lines).extracting(Line::kpi).containsOnly("LISTENED_TIME");
        assertThat(lines).extracting(Line::worse).containsOnly(true);
        assertThat(lines.get(0).affected()).isCloseTo(400, within(EXACT));
        assertThat(lines.get(1).affected()).isCloseTo(240, within(EXACT));
        assertThat(lines.get(0).from()).isEqualTo("2026-03-02T09:00");
        assertThat(lines.get(0).until()).isEqualTo("2026-03-02T10:00");
        assertThat(view().now().compared()).isEqualTo(4);
    }

    @Test
    void what_vanished_is_found_though_it_has_no_row() {
        hours(Subject.ALL, SWEDEN, 1_000, 1_000);
        hours(WEEKLY, SWEDEN, 300, -1);

        assertThat(view().now().lines()).extracting(Line::affected).containsExactly(300.0);
    }

    @Test
    void an_hour_whose_sessions_are_still_open_is_not_complete() {
        hours(Subject.ALL, SWEDEN, 1_000, 1_000);
        hours(WEEKLY, SWEDEN, 300, 60);
        LocalDateTime next = LAST.plusHours(1);
        memory.take(over(Subject.ALL, next, 1_000).stillOpen(400).row());
        memory.take(over(WEEKLY, next, 300).row());

        assertThat(view().now().lines()).extracting(Line::from).containsExactly("2026-03-02T09:00");

        memory.take(over(Subject.ALL, next, 1_000).row());
        assertThat(view().now().lines()).isEmpty();
    }

    @Test
    void what_is_small_or_of_one_edition_or_of_one_zone_is_not_compared() {
        hours(Subject.ALL, SWEDEN, 1_000, 1_000);
        hours(EmittedRow.playlist("small"), SWEDEN, 30, 0);
        hours(new Subject(Subject.Kind.PLAYLIST, "weekly", "2026-W09"), SWEDEN, 300, 60);
        hours(WEEKLY, new Place("SE", "Europe/Stockholm"), 300, 60);

        assertThat(view().now().lines()).isEmpty();
        assertThat(view().now().compared()).isEqualTo(1);
    }

    @Test
    void yesterday_is_the_last_day_that_is_over() {
        LocalDateTime monday = LAST.truncatedTo(ChronoUnit.DAYS);
        hours(Subject.ALL, SWEDEN, 1_000, 1_000);
        for (LocalDateTime day = monday.minusWeeks(WEEKS); !day.isAfter(monday); day = day.plusDays(1)) {
            boolean isYesterday = day.equals(monday.minusDays(1));
            memory.take(EmittedRow.of(KpiWindow.Period.DAY, Subject.ALL, SWEDEN, day)
                    .listeners(5_000)
                    .mainlyIn("UTC")
                    .row());
            memory.take(EmittedRow.of(KpiWindow.Period.DAY, WEEKLY, SWEDEN, day)
                    .listeners(isYesterday ? 3_000 : 1_500)
                    .mainlyIn("UTC")
                    .row());
        }

        List<Line> lines = view().yesterday().lines();

        assertThat(lines).extracting(Line::from).containsExactly("2026-03-01T00:00");
        assertThat(lines.get(0).until()).isEqualTo("2026-03-02T00:00");
        assertThat(lines.get(0).worse()).isFalse();
        assertThat(lines.get(0).affected()).isCloseTo(1_500, within(EXACT));
    }

    @Test
    void an_incident_that_is_open_about_it_is_linked() {
        hours(Subject.ALL, new Place("AU", null), 1_000, 1_000);
        hours(WEEKLY, new Place("AU", null), 300, 60);
        assertThat(view().now().lines()).extracting(Line::incident).containsOnlyNulls();

        memory.take(Audience.incident(
                "i",
                Incident.Status.OPEN,
                WEEKLY,
                LAST,
                LAST.toInstant(ZoneOffset.UTC).toEpochMilli(),
                1));

        assertThat(view().now().lines()).extracting(Line::incident).containsExactly("i");
    }

    @Test
    void what_has_most_sessions_is_compared_where_there_is_too_much() {
        hours(Subject.ALL, SWEDEN, 100_000, 100_000);
        for (int i = 0; i < 2_500; i++) {
            hours(EmittedRow.playlist("p" + i), SWEDEN, 300 + i, i == 0 || i == 2_499 ? 30 : 300 + i);
        }

        assertThat(view().now().compared()).isEqualTo(2_000);
        assertThat(view().now().leftOut()).isEqualTo(501);
        assertThat(view().now().lines()).extracting(Line::subject).containsExactly("p2499");
    }

    @Test
    void before_there_are_rows_nothing_is_compared() {
        assertThat(view().now().compared()).isZero();
        assertThat(view().yesterday().lines()).isEmpty();
    }

    private InsightsView view() {
        return InsightsView.of(memory);
    }

    /** The same hour of weeks before, and the last; no row of that if there are less than no listeners. */
    private void hours(Subject subject, Place place, int usual, int last) {
        for (int week = 1; week <= WEEKS; week++) {
            memory.take(hour(subject, place, LAST.minusWeeks(week), usual).row());
        }
        if (last >= 0) {
            memory.take(hour(subject, place, LAST, last).row());
        }
    }

    private static EmittedRow over(Subject subject, LocalDateTime at, int listeners) {
        return hour(subject, SWEDEN, at, listeners);
    }

    private static EmittedRow hour(Subject subject, Place place, LocalDateTime at, int listeners) {
        return EmittedRow.anHour(subject, place, at, null).listeners(listeners).mainlyIn("UTC");
    }
}
