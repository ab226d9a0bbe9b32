package dev.segue.app.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PaceTest {

    @Test
    void isSoManyTimesAsFastAsTheWallClock() {
        Pace pace = new Pace(1_000_000, 9_000_000, 600);

        assertThat(pace.simulatedAt(9_000_000)).isEqualTo(1_000_000);
        assertThat(pace.simulatedAt(9_000_500)).isEqualTo(1_300_000);
    }

    @Test
    void isNeverAheadOfTheWallClock() {
        Pace pace = new Pace(1_000_000, 1_000_600, 601);

        assertThat(pace.simulatedAt(1_000_601)).isEqualTo(1_000_601);
        assertThat(pace.simulatedAt(1_000_602)).isEqualTo(1_000_602);
    }

    @Test
    void refusesToBeginInTheFuture() {
        assertThatThrownBy(() -> new Pace(2, 1, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the beginning must not be ahead of the wall clock, but 2 is later than 1");
    }
}
