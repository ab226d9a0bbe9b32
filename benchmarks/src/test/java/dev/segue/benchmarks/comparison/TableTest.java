package dev.segue.benchmarks.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TableTest {

    private static final long MINUTE = 60_000;

    @Test
    void is_markdown() {
        Score score = new Score(
                "by hand",
                Map.of(Fate.RIGHT, 3L, Fate.SPLIT, 1L),
                1_005,
                List.of(16 * MINUTE, 17 * MINUTE, 18 * MINUTE),
                List.of(17 * MINUTE, 59 * MINUTE + 29_999, 125 * MINUTE),
                2);

        assertThat(Table.of(List.of(score)))
                .isEqualTo(
                        """
                        | | right | inexact | split | merged | lost | sessions | first emitted, median |\
                         stable, median | stable, 95 % |
                        |---|---|---|---|---|---|---|---|---|---|
                        | by hand | 75.00 % | 0.00 % | 25.00 % | 0.00 % | 0.00 % | 1,005 | 17 min |\
                         59 min | 2 h 5 min |""");
    }

    @Test
    void shares_add_up_and_all_is_all() {
        Score score = new Score(
                "by hand",
                Map.of(Fate.RIGHT, 29_997L, Fate.INEXACT, 1L, Fate.MERGED, 1L, Fate.LOST, 1L),
                0,
                List.of(),
                List.of(),
                0);

        assertThat(Table.of(List.of(score)))
                .endsWith("| by hand | 99.99 % | 0.00 % | 0.00 % | 0.00 % | 0.01 % | 0 |  |  |  |");
    }

    @Test
    void a_share_is_rounded_down() {
        assertThat(Table.share(2, 3)).isEqualTo("66.66 %");
    }
}
