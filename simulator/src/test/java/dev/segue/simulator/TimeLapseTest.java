package dev.segue.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TimeLapseTest {

    @Test
    void is_so_many_times_as_fast_as_the_wall_clock() {
        TimeLapse time = new TimeLapse(1_000_000, 9_000_000, 600);

        assertThat(time.simulatedAt(9_000_000)).isEqualTo(1_000_000);
        assertThat(time.simulatedAt(9_000_500)).isEqualTo(1_300_000);
    }

    @Test
    void is_never_ahead_of_the_wall_clock() {
        TimeLapse time = new TimeLapse(1_000_000, 1_000_600, 601);

        assertThat(time.simulatedAt(1_000_601)).isEqualTo(1_000_601);
        assertThat(time.simulatedAt(1_000_602)).isEqualTo(1_000_602);
    }

    @Test
    void goes_faster_than_the_wall_clock_until_it_has_caught_up() {
        TimeLapse time = new TimeLapse(1_000_000, 1_000_600, 601);

        assertThat(time.flies(1_000_600)).isTrue();
        assertThat(time.flies(1_000_601)).isFalse();
        assertThat(time.flies(9_000_000)).isFalse();
    }

    @Test
    void goes_no_faster_than_the_wall_clock_at_the_same_speed() {
        assertThat(new TimeLapse(1_000_000, 9_000_000, 1).flies(9_000_500)).isFalse();
    }

    @Test
    void refuses_to_begin_in_the_future() {
        assertThatThrownBy(() -> new TimeLapse(2, 1, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the beginning must not be ahead of the wall clock, but 2 is later than 1");
    }
}
