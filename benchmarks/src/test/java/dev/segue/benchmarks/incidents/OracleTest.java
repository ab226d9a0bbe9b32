package dev.segue.benchmarks.incidents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.segue.benchmarks.incidents.crowd.Chance;
import dev.segue.benchmarks.incidents.crowd.Crowd;
import dev.segue.benchmarks.incidents.crowd.Disturbance;
import dev.segue.benchmarks.incidents.crowd.Disturbance.Touched;
import dev.segue.benchmarks.incidents.crowd.Hour;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** No detector could find more with as few false alarms. */
class OracleTest {

    private static final long HOUR_MS = 3_600_000;
    private static final double FEW = 20;
    private static final double MANY = 400;

    @Test
    void a_ratio_says_how_much_likelier_a_count_is_with_the_incident() {
        LikelihoodRatio halving = new LikelihoodRatio(-0.5);
        LikelihoodRatio outage = new LikelihoodRatio(-1);

        assertThat(halving.of(7, 12))
                .isCloseTo(Math.log(negativeBinomial(7, 6) / negativeBinomial(7, 12)), within(1e-9));
        assertThat(outage.of(0, 12)).isCloseTo(-Math.log(negativeBinomial(0, 12)), within(1e-9));
        assertThat(outage.of(1, 12)).isEqualTo(Double.NEGATIVE_INFINITY);
    }

    @Test
    void false_alarms_are_as_likely_as_all_counts_past_the_threshold_together() {
        for (double effect : new double[] {-1, -0.5, 0.5}) {
            LikelihoodRatio ratio = new LikelihoodRatio(effect);
            for (double threshold : new double[] {0.5, 2, 11}) {
                double sum = 0;
                for (int sessions = 0; sessions < 100; sessions++) {
                    sum += ratio.of(sessions, 12) > threshold ? negativeBinomial(sessions, 12) : 0;
                }
                assertThat(ratio.falseAlarm(threshold, 12))
                        .as("%s past %s", effect, threshold)
                        .isCloseTo(sum, within(1e-9));
            }
        }
    }

    @Test
    void it_raises_as_many_false_alarms_as_it_may() {
        Random random = new Random(1);
        Oracle oracle = new Oracle();
        oracle.observeQuiet(hours(20_000, FEW), 0);
        List<Hour> others = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            long sessions = Chance.poisson(random, FEW * Chance.gammaOfMeanOne(random, 0.04));
            others.add(hour(i, FEW, (int) sessions));
            oracle.observe(halving(i), others.subList(i, i + 1));
        }

        assertThat(oracle.finds(100).stream().filter(found -> found).count()).isBetween(40L, 110L);
        assertThat(oracle.falseAlarmsWhenItFinds(100.0 / 20_000, staged -> true))
                .isBetween(90.0, 250.0);
    }

    @Test
    void it_finds_what_is_clear_and_leaves_what_is_not() {
        Oracle oracle = new Oracle();
        oracle.observeQuiet(hours(1_000, FEW), 0);
        oracle.observeQuiet(hours(1_000, MANY), 0);
        oracle.observe(halving(5), List.of(hour(4, MANY, 400), hour(5, MANY, 200), hour(6, MANY, 400)));
        oracle.observe(halving(5), List.of(hour(5, FEW, 10)));

        assertThat(oracle.finds(1)).containsExactly(true, false);
        assertThat(oracle.finds(100)).containsExactly(true, true);
        assertThat(oracle.falseAlarmsWhenItFinds(0.5, staged -> true)).isLessThan(1e-9);
        assertThat(oracle.falseAlarmsWhenItFinds(1, staged -> true)).isBetween(10.0, 40.0);
    }

    @Test
    void its_table_stands_beside_the_policy() {
        Oracle oracle = new Oracle();
        oracle.observeQuiet(hours(1_000, MANY), 0);
        oracle.observe(halving(0), List.of(hour(0, MANY, 200)));
        oracle.observe(halving(0), List.of(hour(0, MANY, 200)));
        List<Finding> findings =
                List.of(new Finding(halving(0), 400, 2, 2, 1, 1), new Finding(halving(0), 200, -1, -1, 0, 0));

        assertThat(BoundTable.of(findings, new Crowdedness(200), oracle, 1))
                .filteredOn(line -> line.startsWith("| -50 % |"))
                .containsExactly("| -50 % | 2 | 50.0 (9.5–90.5) | 100.0 (34.2–100.0) | 0 : 1, p = 1.000"
                        + " | 100.0 (20.7–100.0) | 100.0 (20.7–100.0) | 1 |");
    }

    private static List<Hour> hours(int count, double likely) {
        List<Hour> hours = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            hours.add(hour(i, likely, (int) likely));
        }
        return hours;
    }

    private static Hour hour(long number, double likely, int sessions) {
        Instant ends = Instant.ofEpochMilli((number + 1) * HOUR_MS);
        return Hour.of(number, ends, likely, likely, List.of(new Hour.Known(sessions, sessions, sessions)));
    }

    private static Disturbance halving(long number) {
        return new Disturbance(
                Touched.SESSIONS, Instant.ofEpochMilli(number * HOUR_MS), Duration.ofHours(1), -0.5, false);
    }

    /** By its definition, factor by factor. */
    private static double negativeBinomial(int count, double mean) {
        double shape = Crowd.SHAPE;
        double probability = Math.pow(shape / (shape + mean), shape);
        for (int i = 0; i < count; i++) {
            probability *= (shape + i) / (i + 1) * mean / (shape + mean);
        }
        return probability;
    }
}
