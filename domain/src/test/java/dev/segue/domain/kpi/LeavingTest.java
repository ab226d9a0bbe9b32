package dev.segue.domain.kpi;

import static dev.segue.domain.fixture.NumbersBuilder.numbers;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LeavingTest {

    private static final EditionToDate BEFORE = edition(Map.of(1, 100, 2, 50, 3, 40, 12, 210));

    @Test
    void it_is_the_first_song_at_which_a_clearly_greater_share_ends() {
        EditionToDate edition = edition(Map.of(1, 105, 2, 48, 3, 120, 4, 60, 12, 67));

        assertThat(Leaving.of(edition, List.of(BEFORE, BEFORE))).hasValue(new Leaving(3, 120 / 247.0, 40 / 250.0));
    }

    @Test
    void what_chance_alone_may_do_is_none() {
        assertThat(Leaving.of(edition(Map.of(1, 120, 2, 60, 3, 45, 12, 175)), List.of(BEFORE)))
                .isEmpty();
        assertThat(Leaving.of(edition(Map.of(1, 20, 12, 60)), List.of(edition(Map.of(1, 10, 12, 70)))))
                .isEmpty();
        assertThat(Leaving.of(BEFORE, List.of(BEFORE))).isEmpty();
    }

    @Test
    void a_small_difference_is_none_however_many_runs_there_are() {
        assertThat(Leaving.of(
                        edition(Map.of(1, 300_000, 12, 700_000)), List.of(edition(Map.of(1, 250_000, 12, 750_000)))))
                .isEmpty();
        assertThat(Leaving.of(
                        edition(Map.of(1, 90_000, 12, 910_000)), List.of(edition(Map.of(1, 45_000, 12, 955_000)))))
                .as("twice as many, but 4.5 points")
                .isEmpty();
    }

    @Test
    void a_song_that_too_few_runs_reached_says_nothing() {
        assertThat(Leaving.of(edition(Map.of(1, 29)), List.of(BEFORE))).isEmpty();
        assertThat(Leaving.of(edition(Map.of(1, 30)), List.of(BEFORE))).isPresent();
        assertThat(Leaving.of(edition(Map.of()), List.of())).isEmpty();
    }

    private static EditionToDate edition(Map<Integer, Integer> songsPerRun) {
        return new EditionToDate(
                LocalDate.parse("2026-03-02"),
                1,
                0,
                numbers().songsPerRun(songsPerRun).build());
    }
}
