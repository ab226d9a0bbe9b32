package dev.segue.benchmarks.incidents.crowd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ChanceTest {

    @Test
    void chance_is_as_wide_as_it_must_be() {
        Random random = new Random(1);
        double[] few = IntStream.range(0, 20_000)
                .mapToDouble(i -> Chance.poisson(random, 9))
                .toArray();
        double[] many = IntStream.range(0, 20_000)
                .mapToDouble(i -> Chance.poisson(random, 900))
                .toArray();
        double[] gamma = IntStream.range(0, 20_000)
                .mapToDouble(i -> Chance.gammaOfMeanOne(random, 0.2))
                .toArray();
        double[] sums = IntStream.range(0, 20_000)
                .mapToDouble(i -> Chance.sumOfExponentials(random, 4, 5))
                .toArray();

        assertThat(mean(few)).isCloseTo(9, within(0.1));
        assertThat(deviation(few)).isCloseTo(3, within(0.1));
        assertThat(deviation(many)).isCloseTo(30, within(1.0));
        assertThat(mean(gamma)).isCloseTo(1, within(0.01));
        assertThat(deviation(gamma)).isCloseTo(0.2, within(0.01));
        assertThat(mean(sums)).isCloseTo(20, within(0.3));
        assertThat(deviation(sums)).isCloseTo(10, within(0.3));
        assertThat(Chance.sumOfExponentials(random, 0, 5)).isZero();
    }

    private static double mean(double[] values) {
        return IntStream.range(0, values.length)
                .mapToDouble(i -> values[i])
                .average()
                .orElseThrow();
    }

    private static double deviation(double[] values) {
        double mean = mean(values);
        return Math.sqrt(IntStream.range(0, values.length)
                .mapToDouble(i -> (values[i] - mean) * (values[i] - mean))
                .average()
                .orElseThrow());
    }
}
