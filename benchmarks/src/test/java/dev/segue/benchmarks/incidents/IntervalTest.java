package dev.segue.benchmarks.incidents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

/** Compares intervals with those of textbooks. */
class IntervalTest {

    @Test
    void a_share_has_the_interval_of_wilson() {
        assertThat(Interval.share(81, 263)).isEqualTo("30.8 (25.5–36.6)");
        assertThat(Interval.share(0, 10)).isEqualTo("0.0 (0.0–27.8)");
        assertThat(Interval.share(10, 10)).isEqualTo("100.0 (72.2–100.0)");
        assertThat(Interval.share(0, 0)).isEmpty();
    }

    @Test
    void a_count_has_the_interval_of_poisson_by_the_week() {
        assertThat(Interval.rate(10, 1)).isEqualTo("10.00 (4.79–18.39)");
        assertThat(Interval.rate(10, 5)).isEqualTo("2.00 (0.96–3.68)");
        assertThat(Interval.rate(0, 1)).isEqualTo("0.00 (0.00–3.67)");
    }

    @Test
    void a_quantile_lies_between_the_ranks_that_tables_of_the_binomial_distribution_give() {
        double[] ten = DoubleStream.iterate(1, value -> value + 1).limit(10).toArray();
        double[] hundred =
                DoubleStream.iterate(1, value -> value + 1).limit(100).toArray();

        assertThat(Interval.quantile(ten, 0.5, "%.0f")).isEqualTo("6 (2–9)");
        assertThat(Interval.quantile(hundred, 0.5, "%.1f")).isEqualTo("51.0 (40.0–61.0)");
        assertThat(Interval.quantile(hundred, 0.9, "%.0f")).isEqualTo("91 (84–96)");
        assertThat(Interval.quantile(ten, 0.9, "%.0f"))
                .as("ten are too few for an upper limit")
                .isEqualTo("10 (7–)");
        assertThat(Interval.quantile(new double[0], 0.5, "%.0f")).isEmpty();
    }
}
