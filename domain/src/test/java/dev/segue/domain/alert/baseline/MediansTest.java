package dev.segue.domain.alert.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MediansTest {

    @Test
    void the_median_of_an_even_number_is_between_the_two_in_the_middle() {
        assertThat(Medians.median(new double[] {4, 1, 3, 2}, 4)).isEqualTo(2.5);
        assertThat(Medians.median(new double[] {4, 1, 3, 2}, 3)).isEqualTo(3);
        assertThat(Medians.median(new double[] {}, 0)).isNaN();
    }

    @Test
    void the_median_without_one_is_that_of_the_others() {
        double[] sorted = {1, 2, 4, 8};

        assertThat(Medians.medianWithout(sorted, 4, 0)).isEqualTo(4);
        assertThat(Medians.medianWithout(sorted, 4, 1)).isEqualTo(4);
        assertThat(Medians.medianWithout(sorted, 4, 2)).isEqualTo(2);
        assertThat(Medians.medianWithout(sorted, 3, 0)).isEqualTo(3);
        assertThat(Medians.medianWithout(sorted, 3, 1)).isEqualTo(2.5);
    }

    @Test
    void the_deviation_is_the_median_distance() {
        assertThat(Medians.deviation(new double[] {10, 11, 14, 20}, 4, 12)).isEqualTo(2);
    }
}
