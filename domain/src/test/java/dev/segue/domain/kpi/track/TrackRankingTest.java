package dev.segue.domain.kpi.track;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.segue.domain.fixture.Times;
import dev.segue.domain.kpi.KpiKey;
import dev.segue.domain.kpi.KpiWindow;
import dev.segue.domain.kpi.Place;
import dev.segue.domain.kpi.Subject;
import dev.segue.domain.listening.Skips;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class TrackRankingTest {

    private static final LocalDate MONDAY = Times.DAY;

    @Test
    void what_is_skipped_most_and_what_is_played_to_the_end_most() {
        TrackRanking ranking = TrackRanking.of(List.of(week(
                MONDAY,
                Map.of(
                        "loved", numbers(100, 5, 90),
                        "liked", numbers(100, 20, 70),
                        "left", numbers(100, 50, 40),
                        "hated", numbers(100, 80, 10)))));

        assertThat(ids(ranking.mostSkipped())).containsExactly("hated", "left");
        assertThat(ids(ranking.mostKept())).containsExactly("loved", "liked");
        assertThat(ranking.mostSkipped().get(0).numbers()).isEqualTo(numbers(100, 80, 10));
        assertThat(ranking.ranked()).isEqualTo(4);
    }

    @Test
    void a_share_of_few_plays_comes_after_a_lower_one_of_many() {
        TrackRanking ranking = TrackRanking.of(List.of(week(
                MONDAY,
                Map.of(
                        "rare", numbers(30, 21, 9),
                        "often", numbers(3_000, 1_950, 1_050),
                        "third", numbers(100, 10, 90),
                        "fourth", numbers(100, 10, 90)))));

        assertThat(ids(ranking.mostSkipped())).containsExactly("often", "rare");
    }

    @Test
    void what_was_played_too_seldom_is_not_ranked() {
        TrackRanking ranking = TrackRanking.of(List.of(week(
                MONDAY,
                Map.of(
                        "twice", numbers(2, 2, 0),
                        "29 times", numbers(29, 29, 0),
                        "30 times", numbers(30, 1, 20),
                        "often", numbers(100, 2, 90)))));

        assertThat(ids(ranking.mostSkipped())).containsExactly("30 times");
        assertThat(ids(ranking.mostKept())).containsExactly("often");
        assertThat(ranking.ranked()).isEqualTo(2);
        assertThat(ranking.tooFew()).isEqualTo(2);
    }

    @Test
    void each_list_has_ten_at_most_and_none_of_the_other() {
        Map<String, TrackNumbers> tracks = new TreeMap<>();
        for (int i = 0; i < 25; i++) {
            tracks.put("track " + (char) ('a' + i), numbers(100, 4 * i, 100 - 4 * i));
        }

        TrackRanking many = TrackRanking.of(List.of(week(MONDAY, tracks)));
        TrackRanking alone = TrackRanking.of(List.of(week(MONDAY, Map.of("alone", numbers(50, 25, 25)))));

        assertThat(ids(many.mostSkipped())).hasSize(10).startsWith("track y").endsWith("track p");
        assertThat(ids(many.mostKept())).hasSize(10).startsWith("track a").endsWith("track j");
        assertThat(alone.mostSkipped()).isEmpty();
        assertThat(alone.mostKept()).isEmpty();
    }

    @Test
    void what_nobody_skipped_is_not_among_those_that_are_skipped_most() {
        TrackRanking ranking = TrackRanking.of(List.of(week(
                MONDAY,
                Map.of(
                        "a", numbers(100, 0, 100),
                        "b", numbers(100, 0, 100),
                        "c", numbers(100, 0, 100),
                        "d", numbers(100, 40, 60)))));

        assertThat(ids(ranking.mostSkipped())).containsExactly("d");
        assertThat(ids(ranking.mostKept())).containsExactly("a", "b");
    }

    @Test
    void weeks_are_added_up() {
        TrackRanking ranking = TrackRanking.of(List.of(
                week(MONDAY, Map.of("one", numbers(20, 18, 2), "two", numbers(20, 0, 18))),
                week(MONDAY.plusWeeks(1), Map.of("one", numbers(20, 18, 2), "two", numbers(20, 0, 20)))));

        assertThat(ranking.mostSkipped()).containsExactly(new TrackRanking.Ranked("one", numbers(40, 36, 4)));
        assertThat(ranking.mostKept()).containsExactly(new TrackRanking.Ranked("two", numbers(40, 0, 38)));
        assertThat(ranking.others()).isEqualTo(numbers(2, 2, 0));
    }

    /** Values of R: prop.test(x, n, correct = FALSE), the lower end. */
    @Test
    void a_share_is_at_least_the_lower_end_of_wilsons_interval() {
        assertThat(Confidence.atLeast(0, 10)).isZero();
        assertThat(Confidence.atLeast(1, 10)).isCloseTo(0.017876, within(1e-5));
        assertThat(Confidence.atLeast(5, 10)).isCloseTo(0.236594, within(1e-5));
        assertThat(Confidence.atLeast(10, 10)).isCloseTo(0.722467, within(1e-5));
        assertThat(Confidence.atLeast(500, 1_000)).isCloseTo(0.469070, within(1e-5));
    }

    private static List<String> ids(List<TrackRanking.Ranked> ranked) {
        return ranked.stream().map(TrackRanking.Ranked::trackId).toList();
    }

    private static TrackKpis week(LocalDate monday, Map<String, TrackNumbers> tracks) {
        return new TrackKpis(
                new KpiKey(
                        new Subject(Subject.Kind.PLAYLIST, "weekly", "W10"),
                        Place.WORLD,
                        new KpiWindow(KpiWindow.Period.WEEK, monday.atStartOfDay(), null)),
                new TreeMap<>(tracks),
                numbers(1, 1, 0),
                0);
    }

    private static TrackNumbers numbers(int plays, int skipped, int completed) {
        return new TrackNumbers(plays, completed, new Skips(skipped, 0, 0), completed);
    }
}
