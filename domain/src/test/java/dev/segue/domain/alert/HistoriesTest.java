package dev.segue.domain.alert;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/**
 * Histories that are short, have gaps, begin in the middle, or decline. Weeks begin on Monday, 2 March 2026, in Berlin.
 */
class HistoriesTest {

    @Test
    void two_listeners_at_three_in_the_morning_are_never_an_incident() {
        assertThat(Audience.of(2)
                        .usualWeeks(6)
                        .hours(48, 0)
                        .hours(48, 3)
                        .hours(168, 1)
                        .emitted())
                .isEmpty();
    }

    @Test
    void weeks_that_miss_in_the_middle_are_one_outage_and_what_came_before_still_counts() {
        Audience audience = Audience.of(1_000).usualWeeks(4).hoursWithoutRows(9 * 24);
        assertThat(audience.hours(5 * 24, 1).changesWithoutNumbers())
                .containsExactly(
                        "OPEN LOWER since 2026-03-30T00:00, 1 hours", "CLOSED LOWER since 2026-03-30T00:00, 216 hours");

        assertThat(audience.usualWeeks(2).emitted()).isEmpty();
        assertThat(audience.hours(3, 0.3).changes()).containsExactly("1 OPEN LOWER since 2026-04-27T00:00, 1 hours");
    }

    @Test
    void three_missing_weeks_become_normal_and_nobody_is_alarmed_when_listening_returns() {
        Audience audience = Audience.of(1_000).usualWeeks(6).hoursWithoutRows(3 * 168);
        assertThat(audience.changesWithoutNumbers())
                .containsExactly(
                        "OPEN LOWER since 2026-04-13T00:00, 1 hours",
                        "NEW_NORMAL LOWER since 2026-04-13T00:00, 335 hours");

        assertThat(audience.usualWeeks(8).emitted()).isEmpty();
        assertThat(audience.hours(3, 0.3).changes()).hasSize(1);
    }

    @Test
    void older_hours_that_are_emitted_afterwards_enter_the_baseline() {
        Audience audience = Audience.of(1_000).weeksEmittedLate(2, 31);

        assertThat(audience.usualWeeks(1).emitted()).isEmpty();
        assertThat(audience.hours(12, 0.3).changes()).hasSize(1);
    }

    @Test
    void a_decline_by_a_third_within_days_is_one_incident_that_goes_on() {
        Audience audience = Audience.of(1_000).usualWeeks(6);
        for (int day = 1; day <= 10; day++) {
            audience.hours(24, Math.pow(0.93, day));
        }

        assertThat(audience.changes()).hasSize(1);
        assertThat(audience.hours(48, 1).changes()).hasSize(1);
    }

    @Test
    void a_decline_to_half_over_three_weeks_is_found() {
        Audience audience = Audience.of(1_000).usualWeeks(8);
        for (int hour = 1; hour <= 21 * 24; hour++) {
            audience.hours(1, Math.pow(0.97, hour / 24.0));
        }

        assertThat(audience.changes()).hasSize(1);
    }
}
