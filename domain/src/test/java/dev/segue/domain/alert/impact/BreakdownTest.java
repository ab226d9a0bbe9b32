package dev.segue.domain.alert.impact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.segue.domain.alert.impact.Breakdown.Part;
import dev.segue.domain.alert.impact.Breakdown.Piece;
import dev.segue.domain.kpi.Kpi;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** From which parts a deviation comes. */
class BreakdownTest {

    private static final double EXACT = 1e-9;

    @Test
    void of_what_counts_each_part_explains_its_own_difference() {
        Breakdown<String> found = Breakdown.of(
                Kpi.LISTENED_TIME,
                deviation(50, 0, 100, 0),
                List.of(piece("old", 35, 0, 40, 0), piece("new", 10, 0, 50, 0), piece("more", 5, 0, 6, 0)));

        assertThat(found.parts()).extracting(Part::key).containsExactly("new", "old", "more");
        assertThat(found.parts()).extracting(Part::share).containsExactly(0.8, 0.1, 0.02);
        assertThat(found.rest()).isCloseTo(0.08, within(EXACT));
    }

    @Test
    void what_goes_the_other_way_has_a_negative_share() {
        Breakdown<String> found = Breakdown.of(
                Kpi.SESSIONS,
                deviation(60, 0, 100, 0),
                List.of(piece("down", 10, 0, 60, 0), piece("up", 50, 0, 40, 0)));

        assertThat(found.parts()).extracting(Part::share).containsExactly(1.25, -0.25);
    }

    @Test
    void a_share_that_changes_where_the_mix_stays_is_explained_by_its_part() {
        // Half of the plays are from each; in one, twice as many are skipped.
        Breakdown<String> found = Breakdown.of(
                Kpi.SKIP_RATE,
                deviation(0.3, 200, 0.2, 200),
                List.of(piece("worse", 0.4, 100, 0.2, 100), piece("as ever", 0.2, 100, 0.2, 100)));

        assertThat(found.parts()).extracting(Part::key).containsExactly("worse", "as ever");
        assertThat(found.parts().get(0).share()).isCloseTo(1, within(EXACT));
        assertThat(found.parts().get(1).share()).isCloseTo(0, within(EXACT));
    }

    @Test
    void a_share_of_nothing_comes_from_no_part() {
        Breakdown<String> found = Breakdown.of(
                Kpi.SKIP_RATE,
                deviation(0, 0, 0.2, 200),
                List.of(piece("here", 0, 0, 0.3, 100), piece("there", 0, 0, 0.1, 100)));

        assertThat(found.parts()).extracting(Part::share).containsOnlyNulls();
        assertThat(found.rest()).isNull();
    }

    @Test
    void a_share_that_changes_only_with_the_mix_is_explained_by_the_parts_whose_weight_changes() {
        // Nobody skips more, but twice as many plays are from where skips are frequent.
        Breakdown<String> found = Breakdown.of(
                Kpi.SKIP_RATE,
                deviation(0.3, 200, 0.2, 200),
                List.of(piece("rare", 0.1, 100, 0.1, 150), piece("frequent", 0.5, 100, 0.5, 50)));

        assertThat(found.parts().stream().mapToDouble(Part::contribution).sum()).isCloseTo(0.1, within(EXACT));
        assertThat(found.parts()).extracting(Part::key).containsExactly("frequent", "rare");
        assertThat(found.parts().get(0).share()).isCloseTo(0.625, within(EXACT));
    }

    @Test
    void contributions_to_a_mean_add_up_exactly() {
        Random random = new Random(5);
        for (int trial = 0; trial < 200; trial++) {
            List<Piece<Integer>> pieces = IntStream.range(0, 1 + random.nextInt(6))
                    .mapToObj(i -> new Piece<>(
                            i,
                            deviation(
                                    random.nextDouble(),
                                    1 + random.nextInt(100),
                                    random.nextDouble(),
                                    1 + random.nextInt(100))))
                    .toList();
            Deviation whole = Breakdown.together(Kpi.SONGS_PER_RUN, pieces);

            Breakdown<Integer> found = Breakdown.of(Kpi.SONGS_PER_RUN, whole, pieces);

            assertThat(found.parts().stream().mapToDouble(Part::contribution).sum())
                    .isCloseTo(whole.difference(), within(EXACT));
        }
    }

    @Test
    void a_part_that_vanished_counts_with_its_weight_alone() {
        Breakdown<String> found = Breakdown.of(
                Kpi.SONGS_PER_RUN,
                deviation(2, 100, 5, 200),
                List.of(piece("gone", 0, 0, 8, 100), piece("there", 2, 100, 2, 100)));

        assertThat(found.parts().stream().mapToDouble(Part::contribution).sum()).isCloseTo(-3, within(EXACT));
        assertThat(found.rest()).isCloseTo(0, within(EXACT));
    }

    @Test
    void parts_that_nearly_cancel_have_no_shares() {
        Breakdown<String> found = Breakdown.of(
                Kpi.SESSIONS,
                deviation(199, 0, 200, 0),
                List.of(piece("down", 50, 0, 100, 0), piece("up", 149, 0, 100, 0)));

        assertThat(found.parts()).extracting(Part::share).containsOnlyNulls();
        assertThat(found.parts()).extracting(Part::contribution).containsExactly(-50.0, 49.0);
        assertThat(found.rest()).isNull();
    }

    @Test
    void where_nothing_deviates_or_there_are_no_parts_nothing_is_explained() {
        assertThat(Breakdown.of(Kpi.SESSIONS, deviation(100, 0, 100, 0), List.of(piece("one", 100, 0, 100, 0)))
                        .rest())
                .isNull();
        assertThat(Breakdown.of(Kpi.SESSIONS, deviation(50, 0, 100, 0), List.of())
                        .rest())
                .isNull();
    }

    @Test
    void windows_add_up_and_of_a_mean_by_weight() {
        assertThat(Deviation.NONE
                        .with(Kpi.SESSIONS, new Amount(10, 10), new Amount(20, 20))
                        .with(Kpi.SESSIONS, new Amount(30, 30), new Amount(20, 20)))
                .isEqualTo(new Deviation(new Amount(40, 40), new Amount(40, 40), 2));
        assertThat(Deviation.NONE
                        .with(Kpi.SONGS_PER_RUN, new Amount(2, 30), new Amount(0, 0))
                        .with(Kpi.SONGS_PER_RUN, new Amount(6, 10), new Amount(0, 0)))
                .isEqualTo(new Deviation(new Amount(3, 40), Amount.NONE, 2));
    }

    private static Piece<String> piece(String key, double value, double weight, double usual, double usualWeight) {
        return new Piece<>(key, deviation(value, weight, usual, usualWeight));
    }

    private static Deviation deviation(double value, double weight, double usual, double usualWeight) {
        return new Deviation(new Amount(value, weight), new Amount(usual, usualWeight), 1);
    }
}
