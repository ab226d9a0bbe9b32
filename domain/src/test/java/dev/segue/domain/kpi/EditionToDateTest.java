package dev.segue.domain.kpi;

import static dev.segue.domain.fixture.NumbersBuilder.numbers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EditionToDateTest {

    private static final Subject WEEKLY = new Subject(Subject.Kind.PLAYLIST, "weekly", "2026-W48");
    private static final LocalDate MONDAY = LocalDate.parse("2026-11-23");

    /** Ten listeners on Monday, nobody on Tuesday, six on Wednesday, which is not over. */
    private static final List<KpiRow> ROWS = List.of(
            day(
                    MONDAY,
                    10,
                    true,
                    numbers()
                            .sessions(12, 0)
                            .listened(10 * 1_800_000L)
                            .plays(40, 30)
                            .skips(4, 6, 5)
                            .runs(14, 40, 2)
                            .songsPerRun(Map.of(1, 4, 2, 2, 3, 4, 8, 4))
                            .build()),
            day(
                    MONDAY.plusDays(2),
                    6,
                    false,
                    numbers()
                            .sessions(6, 2)
                            .listened(6 * 600_000L)
                            .plays(10, 10)
                            .runs(6, 10, 0)
                            .songsPerRun(Map.of(1, 6))
                            .build()));

    @Test
    void days_are_counted_from_the_first_with_listening_to_the_last_that_is_over() {
        assertThat(EditionToDate.age(ROWS)).isEqualTo(1);
        assertThat(EditionToDate.age(List.of(ROWS.get(1)))).isZero();
        assertThat(EditionToDate.of(ROWS, 1).released()).isEqualTo(MONDAY);
    }

    @Test
    void a_day_without_listening_counts_as_a_day() {
        assertThat(EditionToDate.of(ROWS, 2).listenersADay()).isEqualTo(5);
        assertThat(EditionToDate.of(ROWS, 3).listenersADay()).isEqualTo(16.0 / 3);
    }

    @Test
    void what_comes_after_these_days_does_not_count() {
        EditionToDate first = EditionToDate.of(ROWS, 1);

        assertThat(first.numbers()).isEqualTo(ROWS.get(0).numbers());
        assertThat(first.listenedMsADay()).hasValue(1_800_000);
        assertThat(first.quickSkipRate()).hasValue(0.1);
        assertThat(first.earlySkipRate()).hasValue(0.25);
    }

    @Test
    void the_share_beyond_so_many_songs_falls_from_one() {
        EditionToDate first = EditionToDate.of(ROWS, 1);

        assertThat(first.beyond(0)).hasValue(1);
        assertThat(first.beyond(1)).hasValue(10.0 / 14);
        assertThat(first.beyond(2)).hasValue(8.0 / 14);
        assertThat(first.beyond(7)).hasValue(4.0 / 14);
        assertThat(first.beyond(8)).hasValue(0);
        assertThat(first.leftBefore(3)).hasValue(1 - 8.0 / 14);
    }

    @Test
    void the_share_that_skipped_a_song_is_of_those_that_reached_it() {
        EditionToDate edition = EditionToDate.of(
                List.of(day(
                        MONDAY,
                        40,
                        true,
                        numbers()
                                .runs(40, 150, 0)
                                .songsPerRun(Map.of(1, 8, 4, 3, 5, 29))
                                .skippedSongs(Map.of(1, 10, 4, 16))
                                .build())),
                1);

        assertThat(edition.skippedAt(1)).hasValue(10.0 / 40);
        assertThat(edition.skippedAt(2)).hasValue(0);
        assertThat(edition.skippedAt(4)).hasValue(16.0 / 32);
        assertThat(edition.skippedAt(5)).as("29 runs are too few").isEmpty();
    }

    @Test
    void nothing_has_no_shares() {
        EditionToDate nothing = EditionToDate.of(List.of(day(MONDAY, 0, true, KpiNumbers.NONE)), 1);

        assertThat(nothing.listenedMsADay()).isEmpty();
        assertThat(nothing.earlySkipRate()).isEmpty();
        assertThat(nothing.beyond(1)).isEmpty();
    }

    @Test
    void no_days_are_refused() {
        assertThatThrownBy(() -> EditionToDate.of(ROWS, 0)).hasMessageContaining("days is 0");
    }

    private static KpiRow day(LocalDate day, int listeners, boolean over, KpiNumbers numbers) {
        return new KpiRow(
                WEEKLY,
                Place.WORLD,
                new KpiWindow(KpiWindow.Period.DAY, day.atStartOfDay(), null),
                0,
                0,
                "Etc/UTC",
                listeners,
                0,
                numbers,
                over,
                over,
                0);
    }
}
