package dev.segue.domain.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Nights in which the clocks change, on both hemispheres, at midnight, and by half an hour. */
class ClockChangesTest {

    private static final String NIGHTS =
            """
            Europe/Berlin,        2026-03-29
            Europe/Berlin,        2026-10-25
            America/New_York,     2026-03-08
            America/New_York,     2026-11-01
            Australia/Sydney,     2026-04-05
            Australia/Sydney,     2026-10-04
            Australia/Lord_Howe,  2026-04-05
            Australia/Lord_Howe,  2026-10-04
            America/Santiago,     2026-04-05
            America/Santiago,     2026-09-06
            """;

    @ParameterizedTest
    @CsvSource(textBlock = NIGHTS)
    void the_night_is_no_incident_nor_is_what_comes_before_or_after_it(String zone, LocalDate night) {
        assertThat(Audience.in(zone, night.minusWeeks(6).atStartOfDay(), 1_000)
                        .usualWeeks(13)
                        .emitted())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(textBlock = NIGHTS)
    void an_outage_through_the_night_is_one_incident(String zone, LocalDate night) {
        Audience audience = Audience.in(zone, night.minusWeeks(6).minusDays(1).atStartOfDay(), 1_000)
                .usualWeeks(6)
                .hours(18, 1)
                .hours(24, 0)
                .hours(24, 1);

        assertThat(audience.changesWithoutNumbers())
                .containsExactly(
                        "OPEN LOWER since " + night.minusDays(1) + "T18:00, 1 hours",
                        "CLOSED LOWER since " + night.minusDays(1) + "T18:00, 23 hours");
    }

    @ParameterizedTest
    @CsvSource(textBlock = NIGHTS)
    void an_outage_in_the_night_of_the_week_after_is_found(String zone, LocalDate night) {
        Audience audience = Audience.in(zone, night.minusWeeks(5).atStartOfDay(), 1_000)
                .usualWeeks(6)
                .hours(6, 0)
                .hours(24, 1);

        assertThat(audience.changesWithoutNumbers())
                .containsExactly(
                        "OPEN LOWER since " + night.plusWeeks(1) + "T00:00, 1 hours",
                        "CLOSED LOWER since " + night.plusWeeks(1) + "T00:00, 6 hours");
    }
}
