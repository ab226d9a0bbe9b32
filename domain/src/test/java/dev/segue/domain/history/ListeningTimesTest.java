package dev.segue.domain.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/** Listened time by hour, weekday, date and year, in local time. */
class ListeningTimesTest {

    private static final long MINUTE = 60_000;
    private static final long HOUR = 60 * MINUTE;

    @Test
    void a_night_across_midnight_and_new_year_is_split_between_days_and_years() {
        ListeningTimes times = times("2023-12-31T22:30:00Z", "2024-01-01T00:10:00Z", "Europe/Berlin");

        assertThat(times.on(DayOfWeek.SUNDAY)).isEqualTo(30 * MINUTE);
        assertThat(times.on(DayOfWeek.MONDAY)).isEqualTo(70 * MINUTE);
        assertThat(times.inHour(23)).isEqualTo(30 * MINUTE);
        assertThat(times.inHour(0)).isEqualTo(HOUR);
        assertThat(times.inHour(1)).isEqualTo(10 * MINUTE);
        assertThat(times.in(DayOfWeek.MONDAY, 0)).isEqualTo(HOUR);
        assertThat(times.in(DayOfWeek.SUNDAY, 0)).isZero();
        assertThat(times.on(LocalDate.parse("2023-12-31"))).isEqualTo(30 * MINUTE);
        assertThat(times.on(LocalDate.parse("2024-01-01"))).isEqualTo(70 * MINUTE);
        assertThat(times.on(LocalDate.parse("2024-12-31"))).isZero();
        assertThat(times.on(LocalDate.parse("2025-01-01"))).isZero();
        assertThat(times.in(2023)).isEqualTo(30 * MINUTE);
        assertThat(times.in(2024)).isEqualTo(70 * MINUTE);
        assertThat(times.years()).containsExactly(2023, 2024);
        assertThat(times.days()).isEqualTo(2);
    }

    @Test
    void the_last_day_of_a_leap_year_has_a_place() {
        ListeningTimes times = times("2024-12-31T10:00:00Z", "2024-12-31T11:00:00Z", "UTC");

        assertThat(times.on(LocalDate.parse("2024-12-31"))).isEqualTo(HOUR);
    }

    @Test
    void the_hour_that_clocks_strike_twice_holds_two_hours() {
        ListeningTimes times = times("2024-10-26T23:30:00Z", "2024-10-27T02:00:00Z", "Europe/Berlin");

        assertThat(times.inHour(1)).isEqualTo(30 * MINUTE);
        assertThat(times.inHour(2)).isEqualTo(2 * HOUR);
        assertThat(times.inHour(3)).isZero();
    }

    @Test
    void clocks_that_change_by_half_an_hour_are_followed() {
        ListeningTimes times = times("2024-04-06T14:00:00Z", "2024-04-06T17:00:00Z", "Australia/Lord_Howe");

        assertThat(times.inHour(1)).isEqualTo(90 * MINUTE);
        assertThat(times.inHour(2)).isEqualTo(HOUR);
        assertThat(times.inHour(3)).isEqualTo(30 * MINUTE);
    }

    @Test
    void clocks_that_change_within_an_hour_are_followed_into_the_day_before() {
        ListeningTimes times = times("2010-11-07T02:30:00Z", "2010-11-07T03:30:00Z", "America/St_Johns");

        assertThat(times.inHour(0)).isEqualTo(MINUTE);
        assertThat(times.inHour(23)).isEqualTo(59 * MINUTE);
        assertThat(times.on(LocalDate.parse("2010-11-06"))).isEqualTo(59 * MINUTE);
    }

    @Test
    void sessions_are_counted_in_the_hour_in_which_they_began() {
        ListeningTimes times = new ListeningTimes(ZoneId.of("Europe/Berlin"));

        times.began(at("2024-01-01T23:30:00Z"));
        times.began(at("2024-01-08T23:59:00Z"));

        assertThat(times.beganIn(DayOfWeek.TUESDAY, 0)).isEqualTo(2);
        assertThat(times.beganIn(DayOfWeek.MONDAY, 23)).isZero();
    }

    private static ListeningTimes times(String from, String to, String zone) {
        ListeningTimes times = new ListeningTimes(ZoneId.of(zone));
        times.add(at(from), at(to));
        return times;
    }

    private static long at(String time) {
        return Instant.parse(time).toEpochMilli();
    }
}
