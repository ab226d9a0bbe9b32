package dev.segue.domain.alert;

import static dev.segue.domain.fixture.NumbersBuilder.numbers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.segue.domain.alert.baseline.LocalHour;
import dev.segue.domain.kpi.Kpi;
import dev.segue.domain.kpi.KpiRow;
import dev.segue.domain.kpi.KpiWindow;
import dev.segue.domain.kpi.KpiWindow.Period;
import dev.segue.domain.kpi.Place;
import dev.segue.domain.kpi.Subject;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WatchTest {

    private static final Subject WEEKLY = new Subject(Subject.Kind.PLAYLIST, "weekly", null);
    private static final Place AUSTRALIA = new Place("AU", null);
    private static final LocalDateTime NINE = LocalDateTime.parse("2026-11-16T09:00");

    private final Watch watch = new Watch(Policy.DEFAULTS);

    @Test
    void an_hour_of_a_country_is_watched_by_every_policy_that_means_it() {
        assertThat(watch.in(row(WEEKLY, AUSTRALIA, Period.HOUR)))
                .containsExactly(
                        new Observation(
                                new Series("listened-time", Kpi.LISTENED_TIME, WEEKLY, AUSTRALIA),
                                LocalHour.of(NINE),
                                "Australia/Sydney",
                                3_000,
                                20,
                                20,
                                7),
                        new Observation(
                                new Series("songs-per-run", Kpi.SONGS_PER_RUN, WEEKLY, AUSTRALIA),
                                LocalHour.of(NINE),
                                "Australia/Sydney",
                                4,
                                25,
                                20,
                                7));
        assertThat(watch.in(row(Subject.ALL, AUSTRALIA, Period.HOUR))).hasSize(2);
    }

    @Test
    void the_first_policy_that_means_a_kpi_there_speaks_for_it() {
        Subject album = new Subject(Subject.Kind.ALBUM, "kind-of-blue", null);
        Policy sweden = Policy.of("sweden", Kpi.SKIP_RATE);
        Policy inSweden = new Policy(
                "sweden",
                sweden.kpi(),
                sweden.subjects(),
                Set.of("SE"),
                sweden.directions(),
                sweden.opensPast(),
                sweden.closesBelow(),
                sweden.leastSample(),
                sweden.leastEffect(),
                sweden.consecutive());
        Policy everywhere = Policy.of("everywhere", Kpi.SKIP_RATE);
        Place stockholm = new Place("SE", "Europe/Stockholm");

        Watch both = new Watch(List.of(inSweden, everywhere));
        assertThat(both.over(Kpi.SKIP_RATE, WEEKLY, new Place("SE", null))).contains(inSweden);
        assertThat(both.over(Kpi.SKIP_RATE, WEEKLY, stockholm)).contains(inSweden);
        assertThat(both.over(Kpi.SKIP_RATE, WEEKLY, AUSTRALIA)).contains(everywhere);
        assertThat(both.over(Kpi.SKIP_RATE, WEEKLY, Place.WORLD)).contains(everywhere);
        assertThat(both.over(Kpi.SKIP_RATE, album, AUSTRALIA)).isEmpty();
        assertThat(both.over(Kpi.SESSIONS, WEEKLY, AUSTRALIA)).isEmpty();
    }

    @Test
    void days_zones_editions_the_world_and_albums_are_not_watched() {
        Subject edition = new Subject(Subject.Kind.PLAYLIST, "weekly", "2026-W47");
        Subject album = new Subject(Subject.Kind.ALBUM, "kind-of-blue", null);

        assertThat(watch.in(row(WEEKLY, AUSTRALIA, Period.DAY))).isEmpty();
        assertThat(watch.in(row(WEEKLY, new Place("AU", "Australia/Sydney"), Period.HOUR)))
                .isEmpty();
        assertThat(watch.in(row(WEEKLY, Place.WORLD, Period.HOUR))).isEmpty();
        assertThat(watch.in(row(edition, AUSTRALIA, Period.HOUR))).isEmpty();
        assertThat(watch.in(row(album, AUSTRALIA, Period.HOUR))).isEmpty();
    }

    @Test
    void a_policy_may_name_subjects_and_countries() {
        Policy usual = Policy.of("sessions", Kpi.SESSIONS);
        Policy named = new Policy(
                "named",
                Kpi.SESSIONS,
                new WatchedSubjects(Set.of(), Set.of("PLAYLIST:weekly")),
                Set.of("NZ"),
                usual.directions(),
                usual.opensPast(),
                usual.closesBelow(),
                usual.leastSample(),
                usual.leastEffect(),
                usual.consecutive());
        Watch narrow = new Watch(List.of(named));
        Subject other = new Subject(Subject.Kind.PLAYLIST, "other", null);

        assertThat(narrow.in(row(WEEKLY, new Place("NZ", null), Period.HOUR))).hasSize(1);
        assertThat(narrow.in(row(WEEKLY, AUSTRALIA, Period.HOUR))).isEmpty();
        assertThat(narrow.in(row(other, new Place("NZ", null), Period.HOUR))).isEmpty();
    }

    @Test
    void a_series_is_of_the_policy_that_still_means_it() {
        Policy all = Policy.of("listened-time", Kpi.LISTENED_TIME);
        Policy others = new Policy(
                "listened-time",
                Kpi.LISTENED_TIME,
                new WatchedSubjects(Set.of(Subject.Kind.ALL), Set.of()),
                Set.of("NZ"),
                all.directions(),
                all.opensPast(),
                all.closesBelow(),
                all.leastSample(),
                all.leastEffect(),
                all.consecutive());
        Watch now = new Watch(List.of(others));

        assertThat(new Watch(List.of(all)).policy(series(Kpi.LISTENED_TIME, WEEKLY, AUSTRALIA)))
                .isEqualTo(all);
        assertThat(now.policy(series(Kpi.LISTENED_TIME, Subject.ALL, new Place("NZ", null))))
                .isEqualTo(others);
        assertThat(now.policy(series(Kpi.LISTENED_TIME, Subject.ALL, AUSTRALIA)))
                .isNull();
        assertThat(now.policy(series(Kpi.LISTENED_TIME, WEEKLY, new Place("NZ", null))))
                .isNull();
        assertThat(now.policy(series(Kpi.SESSIONS, Subject.ALL, new Place("NZ", null))))
                .isNull();
    }

    @Test
    void two_policies_of_one_name_are_refused() {
        Policy policy = Policy.of("sessions", Kpi.SESSIONS);

        assertThatThrownBy(() -> new Watch(List.of(policy, policy)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("two policies have the same name");
    }

    private static KpiRow row(Subject subject, Place place, Period period) {
        return new KpiRow(
                subject,
                place,
                new KpiWindow(period, NINE, null),
                1,
                2,
                "Australia/Sydney",
                10,
                4,
                numbers()
                        .sessions(20, 0)
                        .listened(3_000)
                        .plays(110, 90)
                        .skips(1, 2, 3)
                        .runs(25, 100, 5)
                        .build(),
                true,
                false,
                7);
    }

    private static Series series(Kpi kpi, Subject subject, Place place) {
        return new Series("listened-time", kpi, subject, place);
    }
}
