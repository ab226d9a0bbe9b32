package dev.segue.domain.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.segue.domain.alert.baseline.Usual;
import dev.segue.domain.kpi.Kpi;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The formulas, checked by hand. */
class FormulasTest {

    private static final double EXACT = 1e-9;

    @Test
    void the_score_is_the_distance_over_the_largest_of_three_scales() {
        double chance = 0.6745 * Math.sqrt(100.0 * 100 / 400 * (1 + Math.PI / 2 / 6));

        assertThat(score(50, new Usual(100, 10, 400, 6), 0.05)).isCloseTo(0.6745 * 50 / 10, within(EXACT));
        assertThat(score(50, new Usual(100, 1, 400, 6), 0.08)).isCloseTo(0.6745 * 50 / 8, within(EXACT));
        assertThat(score(50, new Usual(100, 1, 400, 6), 0.01)).isCloseTo(0.6745 * 50 / chance, within(EXACT));
    }

    @Test
    void half_and_double_are_as_far_from_usual() {
        Usual usual = new Usual(100, 10, 400, 6);

        assertThat(Evaluation.of(Kpi.SESSIONS, 50, 400, usual, 0).effect()).isEqualTo(0.5);
        assertThat(Evaluation.of(Kpi.SESSIONS, 200, 400, usual, 0).effect()).isEqualTo(0.5);
        assertThat(Evaluation.of(Kpi.SESSIONS, 0, 400, usual, 0).effect()).isEqualTo(1);
    }

    @Test
    void chance_moves_counts_sums_means_and_shares_as_it_must() {
        double ofMedian = Math.sqrt(1 + Math.PI / 2 / 6);

        assertThat(Sample.countingError(Kpi.SESSIONS, 400, 400, 6)).isCloseTo(20 * ofMedian, within(EXACT));
        assertThat(Sample.countingError(Kpi.LISTENED_TIME, 400, 200, 6)).isCloseTo(40 * ofMedian, within(EXACT));
        assertThat(Sample.countingError(Kpi.SONGS_PER_RUN, 4, 100, 6)).isCloseTo(0.4 * ofMedian, within(EXACT));
        assertThat(Sample.countingError(Kpi.SKIP_RATE, 0.2, 400, 6)).isCloseTo(0.02 * ofMedian, within(EXACT));
    }

    @Test
    void in_the_expected_range_is_whatever_a_policy_does_not_find_unusual() {
        Policy policy = Policy.of("listeners", Kpi.LISTENERS);
        for (double scale : List.of(1.0, 5.0, 8.0, 30.0)) {
            Usual usual = new Usual(100, scale, 1_000_000, 6);
            double low = policy.lowest(100, scale);
            double high = policy.highest(100, scale);

            assertThat(isUnusual(policy, low - 0.001, usual)).isEqualTo(low > 0.001);
            assertThat(isUnusual(policy, low + 0.001, usual)).isFalse();
            assertThat(isUnusual(policy, high - 0.001, usual)).isFalse();
            assertThat(isUnusual(policy, high + 0.001, usual)).isTrue();
        }
    }

    private static boolean isUnusual(Policy policy, double value, Usual usual) {
        return value >= 0 && policy.isUnusual(Evaluation.of(Kpi.LISTENERS, value, usual.sample(), usual, 0));
    }

    private static double score(double value, Usual usual, double spread) {
        return Evaluation.of(Kpi.SESSIONS, value, usual.sample(), usual, spread).score();
    }
}
