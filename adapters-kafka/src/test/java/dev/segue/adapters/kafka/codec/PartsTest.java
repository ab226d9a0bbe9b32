package dev.segue.adapters.kafka.codec;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PartsTest {

    @Test
    void a_share_out_of_range_counts_as_the_nearest_in_it() {
        assertThat(Parts.thousandths(0.8124)).isEqualTo(812);
        assertThat(Parts.thousandths(-0.1)).isZero();
        assertThat(Parts.thousandths(1e300)).isEqualTo(1000);
        assertThat(Parts.thousandths(Double.NaN)).isZero();
        assertThat(Parts.thousandths(null)).isZero();
    }
}
