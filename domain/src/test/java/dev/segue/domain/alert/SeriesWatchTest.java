package dev.segue.domain.alert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.domain.alert.Incident.Direction;
import dev.segue.domain.alert.Incident.Status;
import dev.segue.domain.alert.baseline.AlertRules;
import dev.segue.domain.alert.baseline.Holidays;
import dev.segue.domain.kpi.Kpi;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What becomes an incident, and how it develops. Weeks begin on Monday, 2 March 2026, in Berlin. */
class SeriesWatchTest {

    /** In hours. */
    private static final int SIX_WEEKS_AND_LAST_AGE = 6 * 168 + 6;

    private static final Policy LISTENED = Policy.of("listened-time", Kpi.LISTENED_TIME);
    private static final Policy SONGS = Policy.of("songs-per-run", Kpi.SONGS_PER_RUN);

    @Test
    void usual_weeks_are_no_incident() {
        assertThat(Audience.of(1_000).usualWeeks(9).emitted()).isEmpty();
    }

    @Test
    void a_playlist_that_grows_is_no_incident() {
        assertThat(Audience.of(1_000).growingWeeklyBy(1.05).usualWeeks(9).emitted())
                .isEmpty();
    }

    @Test
    void fewer_than_three_weeks_say_nothing() {
        assertThat(Audience.of(1_000).usualWeeks(2).hours(168, 0.1).emitted()).isEmpty();
        assertThat(Audience.of(1_000).usualWeeks(3).hours(2, 0.1).emitted()).isNotEmpty();
    }

    @Test
    void an_hour_that_is_halved_is_found_at_the_second_evaluation() {
        Audience audience =
                Audience.of(1_000).usualWeeks(6).hours(9, 1).hours(1, 0.5).hours(1, 1);

        Incident incident = audience.incidents().get(0);

        assertThat(incident.openedAt())
                .as("an hour after 10:00 summer time in Berlin")
                .isEqualTo(Instant.parse("2026-04-13T09:00:00Z").toEpochMilli());
        assertThat(incident.id()).isEqualTo("listened-time/LISTENED_TIME/DE/PLAYLIST:weekly/2026-04-13T09:00");
        assertThat(incident.sentence())
                .isEqualTo("Listened time of playlist weekly in Germany has been 49 % lower than usual since Monday,"
                        + " 13 April 2026, 09:00 (Europe/Berlin): 317.3 h instead of 621.8 h from 09:00 to 10:00,"
                        + " compared with the same hour of the last 6 Mondays; 1 unusual hour on 680 sessions.");
    }

    @Test
    void a_series_begins_with_its_earliest_hour_in_whatever_order_the_first_hours_are_read() {
        int hours = 5 * 168;
        Audience backwards =
                Audience.of(1_000).hoursReadBackwards(hours).hours(9, 1).hours(2, 0.5);
        Audience inOrder = Audience.of(1_000).hours(hours, 1).hours(9, 1).hours(2, 0.5);

        assertThat(backwards.incidents()).isNotEmpty().isEqualTo(inOrder.incidents());
    }

    @Test
    void an_hour_before_the_first_is_no_beginning_once_one_has_been_evaluated() {
        Audience corrected = Audience.of(1_000).hours(5 * 168, 1).emitsNow(5 * 168 + 1, 1);
        Audience plain = Audience.of(1_000).hours(5 * 168, 1);

        assertThat(corrected.hours(9, 1).hours(2, 0.5).emitted())
                .isNotEmpty()
                .isEqualTo(plain.hours(9, 1).hours(2, 0.5).emitted());
    }

    @Test
    void an_outage_of_an_hour_opens_one_incident_that_closes() {
        assertThat(Audience.of(1_000)
                        .usualWeeks(6)
                        .hours(9, 1)
                        .hours(1, 0)
                        .hours(48, 1)
                        .changes())
                .containsExactly(
                        "1 OPEN LOWER since 2026-04-13T09:00, 1 hours",
                        "2 CLOSED LOWER since 2026-04-13T09:00, 1 hours");
    }

    @Test
    void an_outage_without_any_rows_is_found_as_well() {
        assertThat(Audience.of(1_000)
                        .usualWeeks(6)
                        .hours(9, 1)
                        .hoursWithoutRows(5)
                        .changes())
                .containsExactly("1 OPEN LOWER since 2026-04-13T09:00, 1 hours");
    }

    @Test
    void weeks_read_at_once_give_baselines_of_settled_hours_and_none_of_the_ages_that_the_clock_leapt_over() {
        Audience audience = Audience.of(1_000);
        for (int week = 0; week < 6; week++) {
            audience.hoursReadAtOnce(168);
        }
        audience.changesWithoutNumbers();

        audience.hours(24, 1).hours(2, 0.5).hours(4, 1);
        assertThat(audience.changesWithoutNumbers()).as("before the last age").isEmpty();

        audience.hours(24, 1);
        assertThat(audience.changesWithoutNumbers())
                .containsExactly(
                        "OPEN LOWER since 2026-04-14T00:00, 2 hours", "CLOSED LOWER since 2026-04-14T00:00, 2 hours");
    }

    @Test
    void a_series_is_purged_when_nothing_was_accepted_of_it_for_six_weeks() {
        Audience audience = Audience.of(1_000).usualWeeks(3).hoursWithoutRows(SIX_WEEKS_AND_LAST_AGE - 1);
        assertThat(audience.isPurged()).isFalse();

        assertThat(audience.hoursWithoutRows(1).isPurged()).isTrue();
    }

    @Test
    void one_that_was_accepted_once_in_six_weeks_is_not_purged() {
        Audience audience = Audience.of(1_000)
                .hours(1, 1)
                .hoursWithoutRows(SIX_WEEKS_AND_LAST_AGE - 1)
                .hours(1, 1);

        assertThat(audience.hoursWithoutRows(SIX_WEEKS_AND_LAST_AGE - 1).isPurged())
                .isFalse();
        assertThat(audience.hoursWithoutRows(1).isPurged()).isTrue();
    }

    @Test
    void one_with_an_open_incident_is_purged_once_that_has_ended() {
        AlertRules patient =
                new AlertRules(List.of(0L), 2, 2, Duration.ofDays(21).toMillis(), 10_000, Holidays.NONE);
        Audience audience = Audience.watchedBy(LISTENED, patient).usualWeeks(2).hoursWithoutRows(20 * 24);
        assertThat(audience.changesWithoutNumbers()).containsExactly("OPEN LOWER since 2026-03-16T00:00, 2 hours");
        assertThat(audience.isPurged()).isFalse();

        audience.hoursWithoutRows(3 * 168);

        assertThat(audience.changesWithoutNumbers())
                .containsExactly("NEW_NORMAL LOWER since 2026-03-16T00:00, 168 hours");
        assertThat(audience.isPurged()).isTrue();
    }

    @Test
    void a_share_of_nothing_is_no_incident() {
        assertThat(Audience.watchedBy(SONGS, AlertRules.DEFAULT)
                        .usualWeeks(6)
                        .hoursWithoutRows(5)
                        .emitted())
                .isEmpty();
    }

    @Test
    void shorter_runs_are_an_incident() {
        assertThat(Audience.watchedBy(SONGS, AlertRules.DEFAULT)
                        .usualWeeks(6)
                        .hours(2, 0.33)
                        .hours(24, 1)
                        .changes())
                .containsExactly(
                        "1 OPEN LOWER since 2026-04-13T00:00, 1 hours",
                        "3 CLOSED LOWER since 2026-04-13T00:00, 2 hours");
    }

    @Test
    void only_the_watched_direction_is_an_incident() {
        Policy lower = SONGS.towards(Set.of(Direction.LOWER));

        assertThat(Audience.watchedBy(lower, AlertRules.DEFAULT)
                        .usualWeeks(6)
                        .hours(5, 3)
                        .emitted())
                .isEmpty();
        assertThat(Audience.watchedBy(SONGS, AlertRules.DEFAULT)
                        .usualWeeks(6)
                        .hours(5, 3)
                        .changes())
                .containsExactly("1 OPEN HIGHER since 2026-04-13T00:00, 1 hours");
    }

    @Test
    void a_tiny_country_is_no_incident_even_when_it_is_silent() {
        assertThat(Audience.of(20).usualWeeks(6).hours(100, 0).hours(100, 1).emitted())
                .isEmpty();
    }

    @Test
    void a_slow_decay_is_one_incident() {
        Audience audience = Audience.of(1_000).usualWeeks(6);
        for (int hour = 1; hour <= 60; hour++) {
            audience.hours(1, 1 - hour / 100.0);
        }

        assertThat(audience.changes()).containsExactly("1 OPEN LOWER since 2026-04-14T08:00, 1 hours");
    }

    @Test
    void a_lasting_shift_becomes_normal_after_two_weeks() {
        Audience audience = Audience.of(1_000).usualWeeks(6).hours(14 * 24 + 1, 0.5);

        assertThat(audience.changes())
                .containsExactly(
                        "1 OPEN LOWER since 2026-04-13T00:00, 1 hours",
                        "376 NEW_NORMAL LOWER since 2026-04-13T00:00, 335 hours");

        assertThat(audience.hours(4 * 168, 0.5).emitted()).isEmpty();
        assertThat(audience.hours(3, 0.2).changes()).hasSize(1);
    }

    @Test
    void what_happens_in_an_incident_is_not_usual_afterwards() {
        Audience audience = Audience.of(1_000).usualWeeks(3).hours(13 * 24, 0.5).hours(24, 1);
        audience.changes();

        assertThat(audience.usualWeeks(3).emitted()).isEmpty();
    }

    @Test
    void corrected_data_takes_an_incident_back() {
        Audience audience =
                Audience.of(1_000).usualWeeks(6).hours(9, 1).hours(1, 0.4).hours(1, 1);
        assertThat(audience.changes()).containsExactly("1 OPEN LOWER since 2026-04-13T09:00, 1 hours");

        assertThat(audience.corrects(2).hours(1, 1).hours(5, 1).changes())
                .containsExactly(
                        "2 CLOSED LOWER since 2026-04-13T09:00, 1 hours",
                        "3 WITHDRAWN LOWER since 2026-04-13T09:00, 0 hours");
    }

    @Test
    void corrected_data_takes_an_incident_back_days_later() {
        Audience audience =
                Audience.of(1_000).usualWeeks(6).hours(9, 1).hours(1, 0.4).hours(30, 1);
        audience.changes();

        assertThat(audience.corrects(31).emitted())
                .containsExactly("3 WITHDRAWN LOWER since 2026-04-13T09:00, 0 hours");
        assertThat(audience.usualWeeks(2).emitted()).isEmpty();
    }

    @Test
    void what_comes_after_a_standstill_takes_back_what_silence_said() {
        Audience audience = Audience.of(1_000).usualWeeks(6).hours(9, 1);
        audience.hoursWithoutRows(3);
        assertThat(audience.changes()).containsExactly("1 OPEN LOWER since 2026-04-13T09:00, 1 hours");

        List<Incident> after =
                audience.corrects(3).corrects(2).corrects(1).hours(8, 1).incidents();

        assertThat(after.get(after.size() - 1).status()).isEqualTo(Status.WITHDRAWN);
    }

    @Test
    void the_hour_that_happens_twice_is_none() {
        LocalDateTime sevenWeeksBefore = LocalDateTime.parse("2026-09-07T00:00");

        assertThat(Audience.in("Europe/Berlin", sevenWeeksBefore, 1_000)
                        .usualWeeks(9)
                        .emitted())
                .isEmpty();
    }

    @Test
    void the_hour_that_does_not_happen_is_none() {
        LocalDateTime sevenWeeksBefore = LocalDateTime.parse("2026-02-09T00:00");

        assertThat(Audience.in("Europe/Berlin", sevenWeeksBefore, 1_000)
                        .usualWeeks(9)
                        .emitted())
                .isEmpty();
    }

    @Test
    void an_outage_through_the_night_when_clocks_are_set_back_is_one_incident() {
        Audience audience = Audience.in("Europe/Berlin", LocalDateTime.parse("2026-09-07T00:00"), 1_000)
                .usualWeeks(6)
                .hours(6 * 24, 1);

        assertThat(audience.hours(6, 0).hours(24, 1).changes())
                .containsExactly(
                        "1 OPEN LOWER since 2026-10-25T00:00, 1 hours",
                        "6 CLOSED LOWER since 2026-10-25T00:00, 5 hours");
    }

    @Test
    void a_restart_in_the_middle_of_an_incident_changes_nothing() {
        Audience undisturbed = Audience.of(1_000).usualWeeks(6).hours(5, 0.4).hours(24, 1);
        Audience restarted = Audience.of(1_000)
                .usualWeeks(6)
                .hours(1, 0.4)
                .restarted()
                .hours(2, 0.4)
                .restarted()
                .hours(2, 0.4)
                .hours(1, 1)
                .restarted()
                .hours(23, 1);

        assertThat(restarted.incidents()).isNotEmpty().isEqualTo(undisturbed.incidents());
    }

    @Test
    void a_holiday_neither_alerts_nor_enters_the_baseline() {
        AlertRules withHolidays = new AlertRules(
                AlertRules.DEFAULT.agesMs(),
                6,
                3,
                AlertRules.DEFAULT.newNormalMs(),
                24,
                new Holidays(Map.of("DE", Set.of(LocalDate.parse("2026-04-13")))));

        assertThat(Audience.watchedBy(LISTENED, withHolidays)
                        .usualWeeks(6)
                        .hours(24, 0.3)
                        .hours(144, 1)
                        .usualWeeks(2)
                        .emitted())
                .isEmpty();
    }

    @Test
    void an_incident_with_nothing_to_compare_with_any_more_ends() {
        AlertRules holidaysToCome = new AlertRules(
                AlertRules.DEFAULT.agesMs(),
                6,
                3,
                AlertRules.DEFAULT.newNormalMs(),
                24,
                new Holidays(Map.of("DE", Set.of(LocalDate.parse("2026-04-14"), LocalDate.parse("2026-04-15")))));
        Audience audience = Audience.watchedBy(LISTENED, holidaysToCome)
                .usualWeeks(6)
                .hours(24, 0.3)
                .hours(25, 1);

        List<Incident> emitted = audience.incidents();
        Incident last = emitted.get(emitted.size() - 1);

        assertThat(last.status()).isEqualTo(Status.CLOSED);
        assertThat(last.sentence()).startsWith("Listened time of playlist weekly in Germany is no longer compared; it");
    }

    @Test
    void weeks_that_are_only_emitted_when_they_are_settled_enter_the_baseline_and_alarm_nobody() {
        Audience audience = Audience.of(1_000).weeksEmittedLate(5, 31);

        assertThat(audience.emitted()).isEmpty();
        assertThat(audience.hours(12, 0.3).changes())
                .as("compared at the last age, until there are weeks at the others")
                .containsExactly("1 OPEN LOWER since 2026-04-07T08:00, 2 hours");
    }
}
