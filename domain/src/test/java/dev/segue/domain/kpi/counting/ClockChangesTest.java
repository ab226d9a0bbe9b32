package dev.segue.domain.kpi.counting;

import static dev.segue.domain.fixture.NumbersBuilder.numbers;
import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.domain.kpi.KpiRow;
import dev.segue.domain.kpi.KpiWindow;
import dev.segue.domain.kpi.KpiWindow.Period;
import dev.segue.domain.kpi.LocalTime;
import dev.segue.domain.kpi.Place;
import dev.segue.domain.playback.Device;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** Which rows a session that began at some moment counts in, and how long these last, where clocks are changed. */
class ClockChangesTest {

    @Test
    void an_hour_that_is_repeated_is_two_rows_of_its_zone_and_one_of_its_country() {
        String summer = "2026-10-25T00:30:00Z";
        String winter = "2026-10-25T01:30:00Z";

        assertThat(hourOfZone(summer, "Europe/Stockholm"))
                .isEqualTo("2026-10-25T02:00+7200 2026-10-25T00:00:00Z 2026-10-25T01:00:00Z");
        assertThat(hourOfZone(winter, "Europe/Stockholm"))
                .isEqualTo("2026-10-25T02:00+3600 2026-10-25T01:00:00Z 2026-10-25T02:00:00Z");
        assertThat(hourOfCountry(summer, "Europe/Stockholm"))
                .isEqualTo("2026-10-25T02:00 2026-10-25T00:00:00Z 2026-10-25T02:00:00Z")
                .isEqualTo(hourOfCountry(winter, "Europe/Stockholm"));
    }

    @Test
    void an_hour_that_is_skipped_is_no_row() {
        assertThat(hourOfZone("2026-03-29T00:59:59.999Z", "Europe/Stockholm"))
                .isEqualTo("2026-03-29T01:00+3600 2026-03-29T00:00:00Z 2026-03-29T01:00:00Z");
        assertThat(hourOfZone("2026-03-29T01:00:00Z", "Europe/Stockholm"))
                .isEqualTo("2026-03-29T03:00+7200 2026-03-29T01:00:00Z 2026-03-29T02:00:00Z");
    }

    @Test
    void where_clocks_change_by_half_an_hour_the_hours_around_it_are_cut() {
        assertThat(hourOfZone("2026-04-04T14:45:00Z", "Australia/Lord_Howe"))
                .isEqualTo("2026-04-05T01:00+39600 2026-04-04T14:00:00Z 2026-04-04T15:00:00Z");
        assertThat(hourOfZone("2026-04-04T15:15:00Z", "Australia/Lord_Howe"))
                .isEqualTo("2026-04-05T01:00+37800 2026-04-04T15:00:00Z 2026-04-04T15:30:00Z");
        assertThat(hourOfCountry("2026-04-04T15:15:00Z", "Australia/Lord_Howe"))
                .isEqualTo("2026-04-05T01:00 2026-04-04T14:00:00Z 2026-04-04T15:30:00Z");
        assertThat(hourOfZone("2026-10-03T15:30:00Z", "Australia/Lord_Howe"))
                .isEqualTo("2026-10-04T02:00+39600 2026-10-03T15:30:00Z 2026-10-03T16:00:00Z");
    }

    @Test
    void an_hour_begins_when_local_clocks_show_it_also_three_quarters_of_an_hour_off() {
        assertThat(hourOfZone("2026-06-01T00:14:59.999Z", "Asia/Kathmandu"))
                .isEqualTo("2026-06-01T05:00+20700 2026-05-31T23:15:00Z 2026-06-01T00:15:00Z");
        assertThat(hourOfZone("2026-06-01T00:15:00Z", "Asia/Kathmandu"))
                .isEqualTo("2026-06-01T06:00+20700 2026-06-01T00:15:00Z 2026-06-01T01:15:00Z");
    }

    @Test
    void clocks_that_are_set_back_in_the_middle_of_an_hour_repeat_parts_of_two() {
        assertThat(hourOfZone("2026-04-04T13:30:00Z", "Pacific/Chatham"))
                .isEqualTo("2026-04-05T03:00+49500 2026-04-04T13:15:00Z 2026-04-04T14:00:00Z");
        assertThat(hourOfZone("2026-04-04T14:10:00Z", "Pacific/Chatham"))
                .isEqualTo("2026-04-05T02:00+45900 2026-04-04T14:00:00Z 2026-04-04T14:15:00Z");
        assertThat(hourOfCountry("2026-04-04T14:10:00Z", "Pacific/Chatham"))
                .isEqualTo("2026-04-05T02:00 2026-04-04T12:15:00Z 2026-04-04T14:15:00Z");
        assertThat(hourOfCountry("2026-04-04T13:30:00Z", "Pacific/Chatham"))
                .isEqualTo("2026-04-05T03:00 2026-04-04T13:15:00Z 2026-04-04T15:15:00Z");
    }

    @Test
    void a_day_and_a_week_in_which_clocks_are_changed_are_an_hour_shorter_or_longer() {
        assertThat(dayOfCountry("2026-03-29T12:00:00Z", "Europe/Stockholm"))
                .isEqualTo("2026-03-29T00:00 2026-03-28T23:00:00Z 2026-03-29T22:00:00Z");
        assertThat(weekOfCountry("2026-03-29T12:00:00Z", "Europe/Stockholm"))
                .isEqualTo("2026-03-23T00:00 2026-03-22T23:00:00Z 2026-03-29T22:00:00Z");
        assertThat(dayOfCountry("2026-10-25T12:00:00Z", "Europe/Stockholm"))
                .isEqualTo("2026-10-25T00:00 2026-10-24T22:00:00Z 2026-10-25T23:00:00Z");
        assertThat(weekOfCountry("2026-10-25T12:00:00Z", "Europe/Stockholm"))
                .isEqualTo("2026-10-19T00:00 2026-10-18T22:00:00Z 2026-10-25T23:00:00Z");
    }

    @Test
    void a_day_that_begins_or_ends_with_the_change_is_an_hour_shorter_or_longer_too() {
        assertThat(dayOfCountry("2026-09-06T12:00:00Z", "America/Santiago"))
                .isEqualTo("2026-09-06T00:00 2026-09-06T04:00:00Z 2026-09-07T03:00:00Z");
        assertThat(dayOfCountry("2026-04-04T12:00:00Z", "America/Santiago"))
                .isEqualTo("2026-04-04T00:00 2026-04-04T03:00:00Z 2026-04-05T04:00:00Z");
        assertThat(dayOfCountry("2026-04-05T12:00:00Z", "America/Santiago"))
                .isEqualTo("2026-04-05T00:00 2026-04-05T04:00:00Z 2026-04-06T04:00:00Z");
    }

    /** Samoa went to the other side of the date line, and had no 30 December in 2011. */
    @Test
    void a_zone_that_changes_its_rules_may_leave_out_a_day() {
        assertThat(dayOfCountry("2011-12-30T09:59:59Z", "Pacific/Apia"))
                .isEqualTo("2011-12-29T00:00 2011-12-29T10:00:00Z 2011-12-30T10:00:00Z");
        assertThat(dayOfCountry("2011-12-30T10:00:00Z", "Pacific/Apia"))
                .isEqualTo("2011-12-31T00:00 2011-12-30T10:00:00Z 2011-12-31T10:00:00Z");
        assertThat(weekOfCountry("2011-12-30T10:00:00Z", "Pacific/Apia"))
                .isEqualTo("2011-12-26T00:00 2011-12-26T10:00:00Z 2012-01-01T10:00:00Z");
    }

    @Test
    void a_day_of_the_world_is_over_once_the_last_zone_that_counts_in_it_has_passed_it() {
        RowBook day = book(
                Place.WORLD::equals,
                Period.DAY,
                Map.of("Pacific/Kiritimati", "2026-05-31T12:00:00Z", "Etc/GMT+12", "2026-06-02T11:00:00Z"));
        long end = Instant.parse("2026-06-02T12:00:00Z").toEpochMilli();

        assertThat(words(day.emit(end))).isEqualTo("2026-06-01T00:00 2026-05-31T10:00:00Z 2026-06-02T12:00:00Z");
        assertThat(day.emit(end).over()).isFalse();
        assertThat(day.emit(end + 1).over()).isTrue();
    }

    @Test
    void a_day_of_the_world_waits_for_no_zone_that_counts_in_it_no_more() {
        RowBook day = book(
                Place.WORLD::equals,
                Period.DAY,
                Map.of("Pacific/Kiritimati", "2026-05-31T12:00:00Z", "Etc/GMT+12", "2026-06-02T11:00:00Z"));
        CountedSession gone = session("2026-06-02T11:00:00Z", "Etc/GMT+12");
        RowChange.between(gone, null, 0, false).stream()
                .filter(difference -> isOf(difference, Place.WORLD::equals, Period.DAY))
                .forEach(day::apply);

        assertThat(words(day.emit(0))).isEqualTo("2026-06-01T00:00 2026-05-31T10:00:00Z 2026-06-01T10:00:00Z");
    }

    @Test
    void an_hour_of_a_country_does_not_settle_before_it_is_over_in_every_zone_that_may_yet_be_accepted_of() {
        Map<String, String> began = Map.of("Australia/Lord_Howe", "2026-10-25T00:30:00Z");
        RowBook ofCountry = book(Place::coversWholeCountry, Period.HOUR, began);
        RowBook ofZone = book(place -> !place.rollsUp(), Period.HOUR, began);

        assertThat(settlesWhenPassed(ofZone, "2026-10-25T01:00:00Z")).isTrue();
        assertThat(settlesWhenPassed(ofCountry, "2026-10-25T01:00:00Z")).isFalse();
        assertThat(settlesWhenPassed(ofCountry, "2026-10-25T23:59:59.999Z")).isFalse();
        assertThat(settlesWhenPassed(ofCountry, "2026-10-26T00:00:00Z")).isTrue();
    }

    /** Whether it is settled when the clock has passed a time, and has gone on for as long as revisions can be behind. */
    private static boolean settlesWhenPassed(RowBook row, String time) {
        long passed = Instant.parse(time).toEpochMilli() + 1;
        row.look(passed);
        return row.isSettled(passed + BeforeImage.BEHIND_MS + 1);
    }

    private static String hourOfZone(String at, String zone) {
        return words(
                book(place -> !place.rollsUp(), Period.HOUR, Map.of(zone, at)).emit(0));
    }

    private static String hourOfCountry(String at, String zone) {
        return words(
                book(Place::coversWholeCountry, Period.HOUR, Map.of(zone, at)).emit(0));
    }

    private static String dayOfCountry(String at, String zone) {
        return words(
                book(Place::coversWholeCountry, Period.DAY, Map.of(zone, at)).emit(0));
    }

    private static String weekOfCountry(String at, String zone) {
        return words(
                book(Place::coversWholeCountry, Period.WEEK, Map.of(zone, at)).emit(0));
    }

    private static boolean isOf(RowChange difference, Predicate<Place> where, Period period) {
        return where.test(difference.key().place()) && difference.key().window().period() == period;
    }

    /** The one row of that kind in which a session counts in each zone that began there then. */
    private static RowBook book(Predicate<Place> where, Period period, Map<String, String> beganInZone) {
        List<RowChange> differences = beganInZone.entrySet().stream()
                .flatMap(began -> RowChange.between(null, session(began.getValue(), began.getKey()), 0, false).stream())
                .filter(difference -> isOf(difference, where, period))
                .toList();
        assertThat(differences)
                .extracting(RowChange::key)
                .containsOnly(differences.get(0).key());
        RowBook book = new RowBook(differences.get(0).key(), new RowTotals(), new Counts(), new Counts(), 0);
        differences.forEach(book::apply);
        return book;
    }

    private static CountedSession session(String began, String zone) {
        long at = Instant.parse(began).toEpochMilli();
        int offset = LocalTime.offsetSeconds(at, zone);
        return new CountedSession(
                zone,
                "ZZ",
                zone,
                Device.Type.PHONE,
                at,
                offset,
                at,
                0,
                numbers().sessions(1, 0).plays(1, 1).build(),
                List.of());
    }

    private record Counts(Map<String, Integer> counts) implements Tally {

        Counts() {
            this(new HashMap<>());
        }

        @Override
        public int count(String name) {
            return counts.getOrDefault(name, 0);
        }

        @Override
        public void set(String name, int count) {
            if (count == 0) {
                counts.remove(name);
            } else {
                counts.put(name, count);
            }
        }

        @Override
        public Iterable<Map.Entry<String, Integer>> all() {
            return counts.entrySet();
        }
    }

    /** The window, with its offset if it has one, and from when to when it lasts. */
    private static String words(KpiRow row) {
        KpiWindow window = row.window();
        String offset = window.offsetSeconds() == null ? "" : "+" + window.offsetSeconds();
        return window.start() + offset + " " + Instant.ofEpochMilli(row.startsAt()) + " "
                + Instant.ofEpochMilli(row.endsAt());
    }
}
