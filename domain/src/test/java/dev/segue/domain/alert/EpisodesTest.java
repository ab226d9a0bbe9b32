package dev.segue.domain.alert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.domain.alert.Incident.Direction;
import dev.segue.domain.alert.Incident.Status;
import dev.segue.domain.alert.baseline.AlertRules;
import dev.segue.domain.alert.baseline.Holidays;
import dev.segue.domain.kpi.Kpi;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Successive incidents, and how older hours affect them. Weeks begin on Monday, 2 March 2026, in Berlin. */
class EpisodesTest {

    @Test
    void two_incidents_after_one_another_are_two_and_share_no_hour() {
        assertThat(Audience.of(1_000)
                        .usualWeeks(6)
                        .hours(9, 1)
                        .hours(2, 0.3)
                        .hours(2, 1)
                        .hours(2, 0.3)
                        .hours(24, 1)
                        .changes())
                .containsExactly(
                        "1 OPEN LOWER since 2026-04-13T09:00, 1 hours",
                        "3 CLOSED LOWER since 2026-04-13T09:00, 2 hours",
                        "1 OPEN LOWER since 2026-04-13T13:00, 1 hours",
                        "3 CLOSED LOWER since 2026-04-13T13:00, 2 hours");
    }

    @Test
    void hours_before_an_incident_that_turn_out_unusual_later_neither_join_nor_replace_it() {
        assertThat(Audience.of(1_000)
                        .usualWeeks(6)
                        .hours(9, 1)
                        .hours(4, 0.3)
                        .emitsNow(5, 0.3)
                        .emitsNow(6, 0.3)
                        .hours(4, 0.3)
                        .hours(24, 1)
                        .changes())
                .containsExactly(
                        "1 OPEN LOWER since 2026-04-13T09:00, 1 hours",
                        "9 CLOSED LOWER since 2026-04-13T09:00, 8 hours");
    }

    @Test
    void a_drop_that_turns_into_a_rise_is_two_incidents() {
        assertThat(Audience.of(1_000)
                        .usualWeeks(6)
                        .hours(9, 1)
                        .hours(3, 0.3)
                        .hours(3, 3)
                        .hours(24, 1)
                        .changes())
                .containsExactly(
                        "1 OPEN LOWER since 2026-04-13T09:00, 1 hours",
                        "4 CLOSED LOWER since 2026-04-13T09:00, 3 hours",
                        "1 OPEN HIGHER since 2026-04-13T12:00, 1 hours",
                        "4 CLOSED HIGHER since 2026-04-13T12:00, 3 hours");
    }

    @Test
    void an_incident_that_begins_anew_with_the_hour_of_one_taken_back_goes_on_with_its_number() {
        Policy atOnce = consecutive(Policy.of("listened-time", Kpi.LISTENED_TIME), 1);

        List<String> emitted = Audience.watchedBy(atOnce, AlertRules.DEFAULT)
                .usualWeeks(6)
                .hours(9, 1)
                .hoursWithoutRows(2)
                .emitsNow(1, 1)
                .emitsNow(2, 3)
                .hours(5, 1)
                .emitted();

        assertThat(emitted)
                .containsSubsequence(
                        "3 WITHDRAWN LOWER since 2026-04-13T09:00, 0 hours",
                        "4 OPEN HIGHER since 2026-04-13T09:00, 1 hours");
    }

    @Test
    void an_incident_that_is_calm_in_the_end_says_so_also_when_the_next_hour_cannot_be_compared() {
        AlertRules holidayOnTuesday = new AlertRules(
                AlertRules.DEFAULT.agesMs(),
                6,
                3,
                AlertRules.DEFAULT.newNormalMs(),
                24,
                new Holidays(Map.of("DE", Set.of(LocalDate.parse("2026-04-14")))));
        Audience audience = Audience.watchedBy(Policy.of("listened-time", Kpi.LISTENED_TIME), holidayOnTuesday)
                .usualWeeks(6)
                .hours(21, 1)
                .hours(2, 0.3)
                .hours(1, 0.75);

        audience.emitsNow(1, 1);
        List<Incident> emitted = audience.hours(10, 1).incidents();
        Incident last = emitted.get(emitted.size() - 1);

        assertThat(last.status()).isEqualTo(Status.CLOSED);
        assertThat(last.sentence())
                .startsWith("Listened time of playlist weekly in Germany is back to normal; it had been 72 % lower");
    }

    @Test
    void an_outage_of_two_days_goes_on_through_a_single_late_upload() {
        assertThat(Audience.of(1_000)
                        .usualWeeks(6)
                        .hours(9, 1)
                        .hoursWithoutRows(5)
                        .emitsNow(3, 0.001)
                        .hoursWithoutRows(43)
                        .hours(24, 1)
                        .changesWithoutNumbers())
                .containsExactly(
                        "OPEN LOWER since 2026-04-13T09:00, 1 hours", "CLOSED LOWER since 2026-04-13T09:00, 48 hours");
    }

    @Test
    void shares_of_which_none_is_usual_are_watched_as_well() {
        Audience audience = Audience.watchedBy(Policy.of("skips", Kpi.SKIP_RATE), AlertRules.DEFAULT)
                .hours(6 * 168, 0)
                .hours(2, 1);

        assertThat(audience.incidents().get(0).sentence())
                .isEqualTo(
                        "The skip rate of playlist weekly in Germany has been higher than usual since Monday, 13 April"
                                + " 2026, 00:00 (Europe/Berlin): 20.0 % instead of 0.0 % from 00:00 to 01:00, compared"
                                + " with the same hour of the last 6 Mondays; 1 unusual hour on 1,032 sessions.");
        assertThat(audience.hours(12, 0).changes()).containsExactly("3 CLOSED HIGHER since 2026-04-13T00:00, 2 hours");
        assertThat(audience.hours(168, 0).emitted()).isEmpty();
    }

    @Test
    void hours_that_are_all_the_same_are_compared_by_chance_alone() {
        assertThat(Audience.of(1_000)
                        .thatNeverVaries()
                        .usualWeeks(6)
                        .hours(30, 0.9)
                        .emitted())
                .as("10 % less is more than chance, but a small effect")
                .isEmpty();
        assertThat(Audience.of(1_000)
                        .thatNeverVaries()
                        .usualWeeks(6)
                        .hours(3, 0.6)
                        .changes())
                .containsExactly("1 OPEN LOWER since 2026-04-13T00:00, 1 hours");
    }

    @Test
    void hours_of_two_incidents_shortly_after_one_another_stay_out_of_the_baseline() {
        Audience audience = Audience.of(1_000).usualWeeks(3);
        for (int week = 0; week < 3; week++) {
            audience.hours(9, 1).hours(2, 0.3).hours(2, 1).hours(2, 0.3).hours(153, 1);
        }
        audience.changes();

        assertThat(audience.hours(9, 1).hours(2, 0.3).hours(2, 1).changes())
                .containsExactly(
                        "1 OPEN LOWER since 2026-04-13T09:00, 1 hours",
                        "3 CLOSED LOWER since 2026-04-13T09:00, 2 hours");
    }

    @Test
    void an_incident_of_a_playlist_that_grows_is_taken_back_weeks_later() {
        Audience audience = Audience.of(1_000)
                .growingWeeklyBy(1.03)
                .usualWeeks(6)
                .hours(9, 1)
                .hours(2, 0.3)
                .hours(4 * 168, 1);
        audience.changes();

        assertThat(audience.emitsNow(4 * 168 + 1, 0.97).emitted()).isEmpty();
        assertThat(audience.emitsNow(4 * 168 + 2, 0.97).emitted())
                .containsExactly("4 WITHDRAWN LOWER since 2026-04-13T09:00, 0 hours");
    }

    static Policy consecutive(Policy policy, int consecutive) {
        return new Policy(
                policy.name(),
                policy.kpi(),
                policy.subjects(),
                policy.countries(),
                Set.of(Direction.values()),
                policy.opensPast(),
                policy.closesBelow(),
                policy.leastSample(),
                policy.leastEffect(),
                consecutive);
    }
}
