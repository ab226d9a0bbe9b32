package dev.segue.domain.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.domain.playback.Device;
import dev.segue.domain.playback.EndReason;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who is ranked where. */
class RankingTest {

    private final Ranking<String> ranking = new Ranking<>(3);

    @Test
    void played_time_decides_then_plays_and_then_who_was_heard_first() {
        add("a", 2, 30_000, EndReason.COMPLETED);
        add("b", 1, 60_000, EndReason.COMPLETED);
        add("c", 1, 60_000, EndReason.COMPLETED);

        assertThat(names(ranking.ranked().byPlayed())).containsExactly("a", "b", "c");
        assertThat(names(ranking.ranked().byPlays())).containsExactly("a", "b", "c");
    }

    @Test
    void played_time_and_plays_are_different_orders() {
        add("short", 3, 1_000, EndReason.COMPLETED);
        add("long", 1, 60_000, EndReason.COMPLETED);

        assertThat(names(ranking.ranked().byPlayed())).containsExactly("long", "short");
        assertThat(names(ranking.ranked().byPlays())).containsExactly("short", "long");
    }

    @Test
    void skip_rates_are_compared_from_ten_plays_on() {
        add("often", 9, 60_000, EndReason.COMPLETED);
        add("often", 1, 1_000, EndReason.FORWARD);
        add("never", 10, 60_000, EndReason.COMPLETED);
        add("rare", 9, 1_000, EndReason.FORWARD);

        Ranked<String> ranked = ranking.ranked();

        assertThat(names(ranked.mostSkipped())).containsExactly("often");
        assertThat(names(ranked.leastSkipped())).containsExactly("never", "often");
        assertThat(ranked.mostSkipped()).containsExactly(new Standing<>("often", 10, 1, 0, 9 * 60_000 + 1_000));
    }

    @Test
    void what_ended_for_unknown_reasons_has_no_skip_rate() {
        add("unknown", 20, 60_000, EndReason.UNKNOWN);

        assertThat(ranking.ranked().leastSkipped()).isEmpty();
        assertThat(ranking.ranked().byPlayed().get(0).hasSkipRate()).isFalse();
    }

    @Test
    void beyond_the_most_that_are_told_apart_plays_are_only_counted() {
        add("a", 1, 1_000, EndReason.COMPLETED);
        add("b", 1, 1_000, EndReason.COMPLETED);
        add("c", 1, 1_000, EndReason.COMPLETED);
        add("d", 5, 1_000, EndReason.COMPLETED);
        add("a", 1, 1_000, EndReason.COMPLETED);
        add(null, 2, 1_000, EndReason.COMPLETED);

        Ranked<String> ranked = ranking.ranked();

        assertThat(ranked.different()).isEqualTo(3);
        assertThat(ranked.uncounted()).isEqualTo(5);
        assertThat(ranked.unnamed()).isEqualTo(2);
        assertThat(names(ranked.byPlays())).containsExactly("a", "b", "c");
    }

    private void add(String of, int times, long playedMs, EndReason endReason) {
        for (int i = 0; i < times; i++) {
            ranking.add(of, new Heard(0, playedMs, endReason, Device.UNKNOWN, null, TrackName.UNKNOWN));
        }
    }

    private static List<String> names(List<Standing<String>> standings) {
        return standings.stream().map(Standing::of).toList();
    }
}
