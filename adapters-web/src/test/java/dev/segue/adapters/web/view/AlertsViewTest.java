package dev.segue.adapters.web.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import dev.segue.adapters.web.fixture.EmittedRow;
import dev.segue.adapters.web.store.AlertSettings;
import dev.segue.adapters.web.store.Bounds;
import dev.segue.adapters.web.store.Memory;
import dev.segue.adapters.web.store.RulesOfListening;
import dev.segue.adapters.web.store.Spell;
import dev.segue.adapters.web.view.IncidentView.By;
import dev.segue.adapters.web.view.IncidentView.Dimension;
import dev.segue.adapters.web.view.IncidentView.OnDevice;
import dev.segue.adapters.web.view.IncidentView.Part;
import dev.segue.domain.accounting.Health;
import dev.segue.domain.accounting.Ledger;
import dev.segue.domain.alert.Incident;
import dev.segue.domain.alert.Policy;
import dev.segue.domain.alert.Watch;
import dev.segue.domain.alert.baseline.AlertRules;
import dev.segue.domain.alert.impact.Severity;
import dev.segue.domain.alert.impact.SeverityLevels;
import dev.segue.domain.kpi.Kpi;
import dev.segue.domain.kpi.KpiWindow;
import dev.segue.domain.kpi.Place;
import dev.segue.domain.kpi.Subject;
import dev.segue.domain.playback.Device;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AlertsViewTest {

    /** A Monday morning, when new editions come out. */
    private static final LocalDateTime SINCE = LocalDateTime.parse("2026-03-02T06:00");

    private static final Place SWEDEN = new Place("SE", null);
    private static final Subject WEEKLY = EmittedRow.playlist("weekly");
    private static final int WEEKS = 5;
    private static final long HOUR = 3_600_000;
    private static final double EXACT = 1e-9;

    private Memory memory = new Memory(Bounds.USUAL);

    @Test
    void it_is_as_severe_as_the_listeners_that_it_affects() {
        memory = new Memory(
                Bounds.USUAL,
                new AlertSettings(new Watch(Policy.DEFAULTS), AlertRules.DEFAULT, new SeverityLevels(500, 900)),
                RulesOfListening.BY_DEFAULT);
        weeks(WEEKLY, SWEDEN, 400);
        hours(WEEKLY, SWEDEN, 3, 100);
        memory.take(incident("i", Incident.Status.OPEN, WEEKLY, "SE", 3));

        AlertsView.Alert alert = only(Map.of());

        assertThat(alert.affected()).as("three quarters of 400, three times").isCloseTo(900, within(EXACT));
        assertThat(alert.listeners()).isEqualTo(400);
        assertThat(alert.severity()).isEqualTo(Severity.CRITICAL);
        assertThat(alert.worse()).isTrue();
    }

    @Test
    void it_becomes_more_severe_as_it_goes_on() {
        weeks(WEEKLY, SWEDEN, 400);
        hours(WEEKLY, SWEDEN, 1, 100);
        memory.take(incident("i", Incident.Status.OPEN, WEEKLY, "SE", 1));
        assertThat(only(Map.of()).affected()).isCloseTo(300, within(EXACT));

        hours(WEEKLY, SWEDEN, 2, 100);
        memory.take(incident("i", Incident.Status.OPEN, WEEKLY, "SE", 2));
        assertThat(only(Map.of()).affected()).isCloseTo(600, within(EXACT));

        hours(WEEKLY, SWEDEN, 2, 400);
        assertThat(only(Map.of()).severity())
                .as("corrected to what was expected")
                .isNull();
    }

    @Test
    void without_its_rows_its_severity_is_not_known() {
        memory.take(incident("i", Incident.Status.OPEN, WEEKLY, "SE", 3));

        assertThat(only(Map.of()).severity()).isNull();
        assertThat(only(Map.of("severity", "MINOR"))).isNull();
        assertThat(view(Map.of("incident", "i")).opened().hours()).isEmpty();
    }

    @Test
    void of_the_open_ones_that_which_affects_most_is_first_and_of_the_others_the_latest() {
        for (String country : List.of("AU", "SE", "BR")) {
            Place place = new Place(country, null);
            weeks(WEEKLY, place, country.equals("SE") ? 900 : 400);
            hours(WEEKLY, place, 2, 100);
            memory.take(incident(country, Incident.Status.OPEN, WEEKLY, country, 2));
        }
        memory.take(incident("ended", Incident.Status.CLOSED, WEEKLY, "JP", 2));

        assertThat(view(Map.of()).incidents())
                .extracting(AlertsView.Alert::id)
                .first()
                .isEqualTo("SE");
        assertThat(view(Map.of()).incidents())
                .extracting(AlertsView.Alert::id)
                .last()
                .isEqualTo("ended");
        assertThat(view(Map.of()).open()).isEqualTo(3);
    }

    @Test
    void only_what_is_asked_for_is_shown() {
        memory.take(incident("open", Incident.Status.OPEN, WEEKLY, "SE", 2));
        memory.take(incident("closed", Incident.Status.CLOSED, EmittedRow.playlist("Deep Focus"), "AU", 2));
        memory.take(incident("all", Incident.Status.CLOSED, Subject.ALL, "SE", 2));

        assertThat(ids(Map.of("status", "OPEN"))).containsExactly("open");
        assertThat(ids(Map.of("country", "SE"))).containsExactlyInAnyOrder("open", "all");
        assertThat(ids(Map.of("country", "SE", "status", "CLOSED"))).containsExactly("all");
        assertThat(ids(Map.of("text", "focus  DEEP"))).containsExactly("closed");
        assertThat(ids(Map.of("text", "deep weekly"))).isEmpty();
        assertThat(ids(Map.of("kpi", "SKIP_RATE"))).isEmpty();
        assertThat(ids(Map.of("status", "nonsense", "kpi", "", "severity", "?")))
                .hasSize(3);
        assertThat(view(Map.of("country", "AU")).matching()).isEqualTo(1);
        assertThat(view(Map.of("country", "AU")).countries()).containsExactly("AU", "SE");
    }

    @Test
    void incidents_whose_severity_is_not_computed_do_not_count_as_having_the_one_that_is_asked_for() {
        for (int i = 0; i < 1_005; i++) {
            memory.take(incident("i" + i, Incident.Status.CLOSED, EmittedRow.playlist("p" + i), "SE", 2));
        }

        assertThat(view(Map.of()).matching()).isEqualTo(1_005);
        assertThat(view(Map.of()).more()).isEqualTo(805);
        assertThat(view(Map.of()).notJudged()).isZero();
        assertThat(view(Map.of("severity", "MAJOR")).matching()).isZero();
        assertThat(view(Map.of("severity", "MAJOR")).more()).isZero();
        assertThat(view(Map.of("severity", "MAJOR")).notJudged()).isEqualTo(5);
    }

    @Test
    void the_one_of_the_link_is_there_whatever_else_is_asked_for() {
        memory.take(incident("open", Incident.Status.OPEN, WEEKLY, "SE", 2));
        memory.take(incident("closed", Incident.Status.CLOSED, WEEKLY, "AU", 2));

        assertThat(ids(Map.of("status", "OPEN", "incident", "closed"))).containsExactly("closed", "open");
        assertThat(view(Map.of("incident", "closed")).opened().id()).isEqualTo("closed");
        assertThat(view(Map.of("incident", "gone")).opened()).isNull();
    }

    @Test
    void the_hours_around_it_are_shown_with_what_was_expected() {
        weeks(WEEKLY, SWEDEN, 400);
        hours(WEEKLY, SWEDEN, 3, 100);
        memory.take(incident("i", Incident.Status.OPEN, WEEKLY, "SE", 3));

        IncidentView opened = view(Map.of("incident", "i")).opened();

        assertThat(opened.hours()).hasSize(12 + 3 + 6);
        assertThat(opened.hours().get(0).local()).isEqualTo(seconds(SINCE.minusHours(12)));
        assertThat(opened.hours().get(12).value()).isEqualTo(100 * 1_800_000.0);
        assertThat(opened.hours().get(12).usual()).isEqualTo(400 * 1_800_000.0);
        assertThat(opened.hours().get(15).value()).isEqualTo(400 * 1_800_000.0);
        assertThat(opened.from()).isEqualTo(seconds(SINCE));
        assertThat(opened.until()).isEqualTo(seconds(SINCE.plusHours(3)));
    }

    @Test
    void a_new_edition_that_is_missing_explains_the_deviation() {
        weeks(WEEKLY, SWEDEN, 400);
        for (int week = 1; week <= WEEKS; week++) {
            LocalDateTime monday = SINCE.minusWeeks(week).truncatedTo(ChronoUnit.DAYS);
            Subject edition = edition("2026-W" + (10 - week));
            for (LocalDateTime at = monday; at.isBefore(monday.plusDays(8)); at = at.plusHours(1)) {
                memory.take(EmittedRow.anHour(edition, SWEDEN, at, null)
                        .listeners(at.isBefore(monday.plusDays(1)) ? 300 : 100)
                        .mainlyIn("UTC")
                        .row());
            }
        }
        hours(WEEKLY, SWEDEN, 3, 100);
        memory.take(incident("i", Incident.Status.OPEN, WEEKLY, "SE", 3));

        Dimension ages = dimension(By.EDITION_AGE);

        assertThat(ages.parts().get(0).name()).isEqualTo("NEW");
        assertThat(ages.parts().get(0).value()).isZero();
        assertThat(ages.parts().get(0).share()).isCloseTo(1, within(EXACT));
        assertThat(ages.parts())
                .filteredOn(part -> part.name().equals("OLD"))
                .allSatisfy(part -> assertThat(part.share()).isCloseTo(0, within(EXACT)));
    }

    @Test
    void the_zone_from_which_it_comes_explains_the_deviation() {
        weeks(WEEKLY, SWEDEN, 400);
        hours(WEEKLY, SWEDEN, 2, 100);
        Place one = new Place("SE", "Europe/Stockholm");
        Place other = new Place("SE", "Arctic/Longyearbyen");
        weeks(WEEKLY, one, 320);
        weeks(WEEKLY, other, 80);
        hours(WEEKLY, one, 2, 50);
        hours(WEEKLY, other, 2, 50);
        memory.take(incident("i", Incident.Status.OPEN, WEEKLY, "SE", 2));

        assertThat(dimension(By.ZONE).parts())
                .extracting(Part::name, Part::share)
                .containsExactly(tuple("Europe/Stockholm", 0.9), tuple("Arctic/Longyearbyen", 0.1));
    }

    @Test
    void what_happened_in_other_countries_at_the_same_time_is_beside_it() {
        for (int i = 0; i < 12; i++) {
            Place place = new Place("A" + (char) ('A' + i), null);
            weeks(WEEKLY, place, 200);
            hours(WEEKLY, place, 2, 200 - i);
        }
        weeks(WEEKLY, SWEDEN, 400);
        hours(WEEKLY, SWEDEN, 2, 100);
        memory.take(incident("i", Incident.Status.OPEN, WEEKLY, "SE", 2));

        Dimension countries = dimension(By.COUNTRY);

        assertThat(countries.parts()).hasSize(9);
        assertThat(countries.parts().get(0).name()).isEqualTo("SE");
        assertThat(countries.parts().get(0).share()).isCloseTo(300 / 366.0, within(EXACT));
        assertThat(countries.parts()).extracting(Part::name).contains("OTHERS", "AL");
        assertThat(countries.parts().stream().mapToDouble(Part::share).sum()).isCloseTo(1, within(EXACT));
    }

    @Test
    void the_types_of_device_are_those_of_the_days_that_it_touches() {
        weeks(WEEKLY, SWEDEN, 400);
        hours(WEEKLY, SWEDEN, 2, 100);
        memory.take(incident("i", Incident.Status.OPEN, WEEKLY, "SE", 2));
        assertThat(view(Map.of("incident", "i")).opened().devices()).isNull();

        LocalDateTime today = SINCE.truncatedTo(ChronoUnit.DAYS);
        for (int week = 0; week <= WEEKS; week++) {
            onDevice("SE", Device.Type.PHONE, today.minusWeeks(week), week == 0 ? 100 : 300);
            onDevice("SE", Device.Type.TV, today.minusWeeks(week), 100);
            onDevice("NO", Device.Type.TV, today.minusWeeks(week), 900);
            onDevice("SE", Device.Type.TV, today.minusWeeks(week).plusDays(1), 900);
        }
        IncidentView.Devices devices = view(Map.of("incident", "i")).opened().devices();

        assertThat(devices.from()).isEqualTo(seconds(today));
        assertThat(devices.days()).isEqualTo(1);
        assertThat(devices.over()).isTrue();
        assertThat(devices.types())
                .containsExactly(
                        new OnDevice("PHONE", 0.5, 0.75, 100 * 1_800_000.0, 300 * 1_800_000.0),
                        new OnDevice("TV", 0.5, 0.25, 100 * 1_800_000.0, 100 * 1_800_000.0));
    }

    private void onDevice(String country, Device.Type type, LocalDateTime day, int listeners) {
        memory.take(EmittedRow.of(KpiWindow.Period.DAY, WEEKLY, new Place(country, null, type), day)
                .listeners(listeners)
                .mainlyIn("UTC")
                .row());
    }

    @Test
    void its_other_kpis_are_beside_it() {
        weeks(WEEKLY, SWEDEN, 400);
        hours(WEEKLY, SWEDEN, 2, 100);
        memory.take(incident("i", Incident.Status.OPEN, WEEKLY, "SE", 2));

        List<IncidentView.OtherKpi> others =
                view(Map.of("incident", "i")).opened().kpis();

        assertThat(others).hasSize(Kpi.values().length - 1);
        assertThat(others).contains(new IncidentView.OtherKpi("LISTENERS", 200, 800));
    }

    @Test
    void whether_the_jobs_were_behind_or_silent_then_is_said_as_far_as_it_is_known() {
        memory.take(incident("i", Incident.Status.OPEN, WEEKLY, "SE", 2));
        long since = SINCE.toInstant(ZoneOffset.UTC).toEpochMilli();
        report("sessions", since - HOUR, 100);
        for (long at = since - HOUR + 10_000; at < since + HOUR; at += 10_000) {
            report("sessions", at, at > since && at < since + 600_000 ? 90_000 : 100);
        }
        report("sessions", since + 3 * HOUR, 100);
        report("playlists", since - HOUR, 100);
        report("playlists", since - HOUR + 10_000, 100);

        List<IncidentView.JobThen> jobs =
                view(Map.of("incident", "i"), since - HOUR + 20_000).opened().jobs();

        assertThat(jobs).extracting(IncidentView.JobThen::job).containsExactly("alerts", "playlists", "sessions");
        assertThat(jobs.get(0).knownSince()).isNull();
        assertThat(jobs.get(1)).isEqualTo(new IncidentView.JobThen("playlists", since - HOUR, List.of()));
        assertThat(jobs.get(2).spells())
                .containsExactly(
                        new Spell(Spell.Kind.BEHIND, since + 10_000, since + 590_000, 90_000),
                        new Spell(Spell.Kind.SILENT, since + HOUR - 10_000, since + 3 * HOUR, 0));
    }

    private final Map<String, Long> reports = new HashMap<>();

    private void report(String job, long at, long lagMs) {
        long checkpoint = reports.merge(job, 1L, Long::sum);
        memory.take(
                new Health(
                        job, "reception", 0, 1, checkpoint, new Ledger(checkpoint, 0, 0, 0, Map.of()), at, at, lagMs),
                at);
    }

    private Dimension dimension(By by) {
        return view(Map.of("incident", "i")).opened().dimensions().stream()
                .filter(dimension -> dimension.by() == by)
                .findFirst()
                .orElseThrow();
    }

    private List<String> ids(Map<String, String> query) {
        return view(query).incidents().stream().map(AlertsView.Alert::id).toList();
    }

    private AlertsView.Alert only(Map<String, String> query) {
        List<AlertsView.Alert> all = view(query).incidents();
        return all.isEmpty() ? null : all.get(0);
    }

    private AlertsView view(Map<String, String> query) {
        return view(query, 0);
    }

    private AlertsView view(Map<String, String> query, long now) {
        return AlertsView.of(memory, AlertsQuestion.of(query), now);
    }

    private static Subject edition(String name) {
        return new Subject(Subject.Kind.PLAYLIST, "weekly", name);
    }

    /** Weeks of hours with the same number of listeners, until the end of the day. */
    private void weeks(Subject subject, Place place, int listeners) {
        LocalDateTime end = SINCE.plusHours(18);
        for (LocalDateTime at = SINCE.minusWeeks(WEEKS); at.isBefore(end); at = at.plusHours(1)) {
            row(subject, place, at, listeners);
        }
    }

    /** The first hours of the incident. */
    private void hours(Subject subject, Place place, int number, int listeners) {
        for (int hour = 0; hour < number; hour++) {
            row(subject, place, SINCE.plusHours(hour), listeners);
        }
    }

    private void row(Subject subject, Place place, LocalDateTime at, int listeners) {
        memory.take(EmittedRow.anHour(subject, place, at, null)
                .listeners(listeners)
                .mainlyIn("UTC")
                .row());
    }

    private static long seconds(LocalDateTime local) {
        return local.toEpochSecond(ZoneOffset.UTC);
    }

    private static Incident incident(String id, Incident.Status status, Subject subject, String country, int hours) {
        long since = SINCE.toInstant(ZoneOffset.UTC).toEpochMilli();
        long until = since + hours * HOUR;
        return new Incident(
                id,
                hours,
                status,
                "halved listening",
                Kpi.LISTENED_TIME,
                subject,
                new Place(country, null),
                Incident.Direction.LOWER,
                "Listened time is lower.",
                SINCE,
                since,
                until,
                since + 2 * HOUR,
                status == Incident.Status.OPEN ? null : Long.valueOf(until),
                100,
                400,
                9,
                100,
                400,
                9,
                300,
                hours,
                WEEKS,
                until);
    }
}
