package dev.segue.benchmarks.incidents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.segue.benchmarks.incidents.crowd.Disturbance;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A difference counts only if chance would hardly produce it. */
class PairedTest {

    @Test
    void only_what_one_of_both_finds_is_counted() {
        List<Finding> ones = List.of(found(2), found(2), found(-1), found(-1), found(2));
        List<Finding> others = List.of(found(2), found(-1), found(2), found(-1), found(9));

        assertThat(Paired.of(ones, others, Finding::found)).isEqualTo(new Paired(1, 1));
        assertThat(Paired.of(ones, others, Finding::foundSoon)).isEqualTo(new Paired(2, 1));
    }

    @Test
    void the_chance_of_a_split_is_that_of_coins() {
        assertThat(new Paired(0, 0).p()).isEqualTo(1);
        assertThat(new Paired(4, 4).p()).isEqualTo(1);
        assertThat(new Paired(6, 0).p()).isCloseTo(2.0 / 64, within(1e-12));
        assertThat(new Paired(1, 9).p()).isCloseTo(22.0 / 1024, within(1e-12));
        assertThat(new Paired(6, 0)).hasToString("6 : 0, p = 0.031");
        assertThat(new Paired(0, 40)).hasToString("0 : 40, p < 0.001");
    }

    private static Finding found(int evaluations) {
        return new Finding(Disturbance.NONE, 300, evaluations, evaluations, 0, 0);
    }
}
