package dev.segue.domain.listening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ListeningRulesTest {

    @Test
    void the_defaults_are_those_of_the_documentation() {
        assertThat(ListeningRules.DEFAULT).isEqualTo(new ListeningRules(5_000, 30_000, 30_000, 60_000, 600_000));
    }

    @Test
    void thresholds_that_contradict_each_other_are_refused() {
        assertThatThrownBy(() -> new ListeningRules(5_001, 5_000, 0, 1, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("5001 and 5000");
        assertThatThrownBy(() -> new ListeningRules(-1, 5_000, 0, 1, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ListeningRules(0, 0, -1, 1, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ListeningRules(0, 0, 0, 0, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ListeningRules(0, 0, 0, 1, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_lowest_thresholds_are_allowed() {
        assertThat(new ListeningRules(0, 0, 0, 1, 1).countedPlayMs()).isZero();
    }
}
