package dev.segue.domain.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReleasesTest {

    private static final LocalDate MONDAY = LocalDate.parse("2026-03-02");

    @Test
    void the_edition_of_a_week_before_may_be_some_days_early_or_late() {
        Releases releases = new Releases(Map.of(
                "W10", MONDAY, "W09", MONDAY.minusDays(4), "W08", MONDAY.minusDays(17), "W06", MONDAY.minusDays(32)));

        assertThat(releases.weeksBefore("W10", 1)).hasValue("W09");
        assertThat(releases.weeksBefore("W10", 2)).hasValue("W08");
        assertThat(releases.weeksBefore("W10", 3)).isEmpty();
        assertThat(releases.weeksBefore("W10", 4)).isEmpty();
        assertThat(releases.weeksBefore("W05", 1)).isEmpty();
    }

    @Test
    void of_daily_editions_it_is_that_of_the_same_weekday() {
        Map<String, LocalDate> days = new HashMap<>();
        for (int ago = 0; ago < 20; ago++) {
            days.put("" + MONDAY.minusDays(ago), MONDAY.minusDays(ago));
        }

        assertThat(new Releases(days).weeksBefore("2026-03-02", 1)).hasValue("2026-02-23");
        assertThat(new Releases(days).weeksBefore("2026-03-02", 2)).hasValue("2026-02-16");
    }

    @Test
    void of_two_that_are_equally_near_it_is_the_later() {
        Releases releases = new Releases(Map.of(
                "c", MONDAY, "early", MONDAY.minusDays(9), "late", MONDAY.minusDays(5), "z", MONDAY.minusDays(9)));

        assertThat(releases.weeksBefore("c", 1)).hasValue("late");
    }

    @Test
    void an_edition_is_the_newest_until_one_after_it_comes_out() {
        Releases releases = new Releases(Map.of(
                "W10", MONDAY, "W09b", MONDAY.minusDays(4), "W09", MONDAY.minusDays(7), "W04", MONDAY.plusDays(1)));

        assertThat(releases.newestUntil("W09")).hasValue(MONDAY.minusDays(4));
        assertThat(releases.newestUntil("W09b")).hasValue(MONDAY);
        assertThat(releases.newestUntil("W10")).isEmpty();
        assertThat(releases.newestUntil("W11")).isEmpty();
    }

    @Test
    void where_an_edition_was_first_listened_to_later_it_was_the_newest_for_fewer_days() {
        Releases releases = new Releases(Map.of("W10", MONDAY, "W09", MONDAY.minusDays(7)));

        assertThat(releases.daysAsNewest("W09", MONDAY.minusDays(7))).hasValue(7);
        assertThat(releases.daysAsNewest("W09", MONDAY.minusDays(3))).hasValue(3);
        assertThat(releases.daysAsNewest("W09", MONDAY.plusDays(3))).hasValue(1);
        assertThat(releases.daysAsNewest("W10", MONDAY)).isEmpty();
    }

    @Test
    void editions_are_compared_as_long_as_each_was_the_newest_and_one_that_was_soon_replaced_does_not_matter() {
        assertThat(Releases.mostDays(OptionalInt.empty(), IntStream.of(7))).isEqualTo(7);
        assertThat(Releases.mostDays(OptionalInt.of(3), IntStream.of(7))).isEqualTo(3);
        assertThat(Releases.mostDays(OptionalInt.empty(), IntStream.of(7, 1, 7)))
                .isEqualTo(7);
        assertThat(Releases.mostDays(OptionalInt.empty(), IntStream.empty())).isEqualTo(Integer.MAX_VALUE);
    }
}
