package dev.segue.domain.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class WeeklyPatternTest {

    private static final long NOW = Instant.parse("2026-11-30T09:04:00Z").toEpochMilli();
    private static final long MINUTE = 60_000;
    private static final long WEEK = 7 * 24 * 60 * MINUTE;

    private final WeeklyPattern pattern = new WeeklyPattern();

    @Test
    void usual_is_the_median_of_the_same_time_of_the_weeks_before() {
        pattern.add(NOW, 1_000);
        for (int week = 1; week <= 6; week++) {
            pattern.add(NOW - week * WEEK, week == 6 ? 500 : week);
            pattern.add(NOW - week * WEEK + 10 * MINUTE, 70);
        }

        assertThat(pattern.usualAt(NOW)).as("of 1, 2, 3, 4, 5 and 500").hasValue(3.5);
        assertThat(pattern.usualAt(NOW + 5 * MINUTE)).as("the same ten minutes").hasValue(3.5);
        assertThat(pattern.usualAt(NOW + 6 * MINUTE)).as("the next ten").hasValue(70);
    }

    @Test
    void less_than_three_weeks_say_nothing() {
        pattern.add(NOW - 2 * WEEK, 5);
        pattern.add(NOW, 5);

        assertThat(pattern.usualAt(NOW)).isEmpty();

        pattern.add(NOW - 3 * WEEK, 5);

        assertThat(pattern.usualAt(NOW)).as("of 5, 5 and nothing").hasValue(5);
        assertThat(new WeeklyPattern().usualAt(NOW)).isEmpty();
    }

    @Test
    void nothing_counts_as_nothing_once_anything_is_known_from_before() {
        pattern.add(NOW - 5 * WEEK, 9);
        pattern.add(NOW, 9);

        assertThat(pattern.usualAt(NOW)).hasValue(0);
    }

    @Test
    void what_lasts_counts_in_the_slots_that_begin_meanwhile() {
        for (int week = 1; week <= 3; week++) {
            long start = NOW - week * WEEK;
            pattern.add(start, start + 16 * MINUTE, 2);
            pattern.add(start, start + 17 * MINUTE, 1);
            pattern.add(start, start + 17 * MINUTE, -1);
        }
        pattern.add(NOW - 4 * WEEK, 0);
        pattern.add(NOW, 0);

        assertThat(pattern.usualAt(NOW))
                .as("at 09:00, before it began at 09:04")
                .hasValue(0);
        assertThat(pattern.usualAt(NOW + 15 * MINUTE)).as("at 09:10").hasValue(2);
        assertThat(pattern.usualAt(NOW + 16 * MINUTE))
                .as("at 09:20, when it ends")
                .hasValue(0);
    }

    @Test
    void what_is_seven_weeks_ago_is_gone() {
        for (int week = 0; week <= 9; week++) {
            pattern.add(NOW - (9 - week) * WEEK, week < 4 ? 1_000 : week);
        }
        pattern.add(NOW - 7 * WEEK, 1_000_000);

        assertThat(pattern.usualAt(NOW)).as("of 8, 7, 6, 5, 4 and 1,000").hasValue(6.5);
        pattern.add(NOW + 20 * WEEK, 1);
        assertThat(pattern.usualAt(NOW + 20 * WEEK)).hasValue(0);
    }
}
