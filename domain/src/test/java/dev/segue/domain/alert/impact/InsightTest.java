package dev.segue.domain.alert.impact;

import static dev.segue.domain.fixture.NumbersBuilder.numbers;
import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.domain.alert.Policy;
import dev.segue.domain.alert.baseline.Reading;
import dev.segue.domain.alert.baseline.Usual;
import dev.segue.domain.kpi.Kpi;
import dev.segue.domain.kpi.KpiKey;
import dev.segue.domain.kpi.KpiRow;
import dev.segue.domain.kpi.KpiWindow;
import dev.segue.domain.kpi.Place;
import dev.segue.domain.kpi.Subject;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is furthest from expected, and of how many listeners. */
class InsightTest {

    private static final Policy SESSIONS = Policy.of("sessions", Kpi.SESSIONS);
    private static final long HOUR = 3_600_000;

    @Test
    void what_affects_most_listeners_is_first_though_it_is_not_furthest_from_expected() {
        Insight large = insight("large", 700, 1_000).orElseThrow();
        Insight small = insight("small", 10, 250).orElseThrow();

        assertThat(Stream.of(small, large).sorted(Insight.MOST_AFFECTED_FIRST)).containsExactly(large, small);
        assertThat(large.impact().affected()).isEqualTo(300);
        assertThat(small.impact().affected()).isEqualTo(240);
    }

    @Test
    void what_is_calm_is_no_insight_in_either_direction() {
        assertThat(insight("calm", 900, 1_000)).isEmpty();
        assertThat(insight("calm", 1_100, 1_000)).isEmpty();
        assertThat(insight("more", 1_600, 1_000)).isPresent();
    }

    @Test
    void it_may_be_calm_enough_for_no_incident() {
        Insight found = insight("mild", 800, 1_000).orElseThrow();

        assertThat(found.found().effect()).isLessThan(Policy.USUAL_LEAST_EFFECT);
    }

    @Test
    void what_rests_on_few_or_on_nothing_is_no_insight() {
        assertThat(insight("few", 10, 199)).isEmpty();
        assertThat(insight("none", 10, 0)).isEmpty();
        assertThat(Insight.of(key("unknown"), SESSIONS, Reading.NOTHING, null, 0, 0))
                .isEmpty();
    }

    @Test
    void an_hour_is_complete_when_it_is_over_and_few_of_its_sessions_are_open_or_it_has_settled() {
        assertThat(isComplete(100, 10, true, HOUR)).isTrue();
        assertThat(isComplete(100, 11, true, HOUR)).isFalse();
        assertThat(isComplete(100, 11, true, 6 * HOUR)).isTrue();
        assertThat(isComplete(100, 0, false, 6 * HOUR)).isFalse();
        assertThat(isComplete(0, 0, true, HOUR)).isTrue();
    }

    @Test
    void an_edition_is_new_for_a_day_and_recent_for_a_week() {
        assertThat(List.of(EditionAge.at(500, 500), EditionAge.at(523, 500))).containsOnly(EditionAge.NEW);
        assertThat(List.of(EditionAge.at(524, 500), EditionAge.at(667, 500))).containsOnly(EditionAge.RECENT);
        assertThat(EditionAge.at(668, 500)).isEqualTo(EditionAge.OLD);
    }

    private static boolean isComplete(int sessions, int open, boolean over, long sinceItsEnd) {
        KpiWindow window = new KpiWindow(KpiWindow.Period.HOUR, LocalDateTime.parse("2026-03-02T09:00"), null);
        KpiRow row = new KpiRow(
                Subject.ALL,
                new Place("SE", null),
                window,
                0,
                HOUR,
                "Europe/Stockholm",
                sessions,
                0,
                numbers().sessions(sessions, open).build(),
                over,
                false,
                0);
        return Insight.isComplete(row, HOUR + sinceItsEnd, 6 * HOUR);
    }

    private static Optional<Insight> insight(String name, int sessions, int usual) {
        return Insight.of(
                key(name),
                SESSIONS,
                new Reading(sessions, sessions, sessions),
                new Usual(usual, usual / 50.0, usual, 6),
                sessions,
                usual);
    }

    private static KpiKey key(String name) {
        return new KpiKey(
                new Subject(Subject.Kind.PLAYLIST, name, null),
                new Place("SE", null),
                new KpiWindow(KpiWindow.Period.HOUR, LocalDateTime.parse("2026-03-02T09:00"), null));
    }
}
