package dev.segue.replay.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/** Listened time by hour and weekday, in local time. */
class ListeningHoursTest {

    private static final long MINUTE = 60_000;
    private static final long HOUR = 60 * MINUTE;

    @Test
    void what_overlaps_counts_once() {
        long noon = at("2024-05-01T12:00:00Z");
        long[] stretches = {
            noon + 30 * MINUTE, noon + 90 * MINUTE, noon, noon + 40 * MINUTE, noon + 10 * MINUTE, noon + 20 * MINUTE
        };

        ListeningHours hours = ListeningHours.of(stretches, ZoneId.of("UTC"));

        assertThat(hours.inHour(12)).isEqualTo(HOUR);
        assertThat(hours.inHour(13)).isEqualTo(30 * MINUTE);
        assertThat(hours.on(DayOfWeek.WEDNESDAY)).isEqualTo(90 * MINUTE);
    }

    @Test
    void a_night_across_midnight_and_new_year_is_split_between_the_days() {
        ListeningHours hours = ListeningHours.of(
                new long[] {at("2023-12-31T22:30:00Z"), at("2024-01-01T00:10:00Z")}, ZoneId.of("Europe/Berlin"));

        assertThat(hours.on(DayOfWeek.SUNDAY)).isEqualTo(30 * MINUTE);
        assertThat(hours.on(DayOfWeek.MONDAY)).isEqualTo(70 * MINUTE);
        assertThat(hours.inHour(23)).isEqualTo(30 * MINUTE);
        assertThat(hours.inHour(0)).isEqualTo(HOUR);
        assertThat(hours.inHour(1)).isEqualTo(10 * MINUTE);
    }

    @Test
    void the_hour_that_clocks_strike_twice_holds_two_hours() {
        ListeningHours hours = ListeningHours.of(
                new long[] {at("2024-10-26T23:30:00Z"), at("2024-10-27T02:00:00Z")}, ZoneId.of("Europe/Berlin"));

        assertThat(hours.inHour(1)).isEqualTo(30 * MINUTE);
        assertThat(hours.inHour(2)).isEqualTo(2 * HOUR);
        assertThat(hours.inHour(3)).isZero();
    }

    @Test
    void clocks_that_change_by_half_an_hour_are_followed() {
        ListeningHours hours = ListeningHours.of(
                new long[] {at("2024-04-06T14:00:00Z"), at("2024-04-06T17:00:00Z")}, ZoneId.of("Australia/Lord_Howe"));

        assertThat(hours.inHour(1)).isEqualTo(90 * MINUTE);
        assertThat(hours.inHour(2)).isEqualTo(HOUR);
        assertThat(hours.inHour(3)).isEqualTo(30 * MINUTE);
    }

    private static long at(String time) {
        return Instant.parse(time).toEpochMilli();
    }
}
