package dev.segue.domain.alert;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Histories that are short, have holes, begin in the middle, or decline. Weeks begin on Monday, 2 March 2026, in Berlin. */
class HistoriesTest {

    @Test
    void twoListenersAtThreeInTheMorningAreNeverAnIncident() {
        assertThat(Audience.of(2)
                        .usualWeeks(6)
                        .hours(48, 0)
                        .hours(48, 3)
                        .hours(168, 1)
                        .emitted())
                .isEmpty();
    }

    @Test
    void weeksThatMissInTheMiddleAreOneOutageAndWhatCameBeforeStillCounts() {
        Audience audience = Audience.of(1_000).usualWeeks(4).hoursWithoutRows(9 * 24);
        assertThat(audience.hours(5 * 24, 1).newsWithoutNumbers())
                .containsExactly(
                        "OPEN LOWER since 2026-03-30T00:00, 1 hours", "CLOSED LOWER since 2026-03-30T00:00, 216 hours");

        assertThat(audience.usualWeeks(2).emitted()).isEmpty();
        assertThat(audience.hours(3, 0.3).news()).containsExactly("1 OPEN LOWER since 2026-04-27T00:00, 1 hours");
    }

    @Test
    void threeMissingWeeksBecomeNormalAndNobodyIsAlarmedWhenListeningReturns() {
        Audience audience = Audience.of(1_000).usualWeeks(6).hoursWithoutRows(3 * 168);
        assertThat(audience.newsWithoutNumbers())
                .containsExactly(
                        "OPEN LOWER since 2026-04-13T00:00, 1 hours",
                        "NEW_NORMAL LOWER since 2026-04-13T00:00, 335 hours");

        assertThat(audience.usualWeeks(8).emitted()).isEmpty();
        assertThat(audience.hours(3, 0.3).news()).hasSize(1);
    }

    @Test
    void aSeriesOfWhichOlderHoursAreToldAfterwardsLearnsFromThem() {
        Audience audience = Audience.of(1_000).weeksEmittedLate(2, 31);

        assertThat(audience.usualWeeks(1).emitted()).isEmpty();
        assertThat(audience.hours(12, 0.3).news()).hasSize(1);
    }

    @Test
    void aDeclineByAThirdWithinDaysIsOneIncidentThatGoesOn() {
        Audience audience = Audience.of(1_000).usualWeeks(6);
        for (int day = 1; day <= 10; day++) {
            audience.hours(24, Math.pow(0.93, day));
        }

        assertThat(audience.news()).hasSize(1);
        assertThat(audience.hours(48, 1).news()).hasSize(1);
    }

    @Test
    void aDeclineToHalfOverThreeWeeksIsFound() {
        Audience audience = Audience.of(1_000).usualWeeks(8);
        for (int hour = 1; hour <= 21 * 24; hour++) {
            audience.hours(1, Math.pow(0.97, hour / 24.0));
        }

        assertThat(audience.news()).hasSize(1);
    }
}
