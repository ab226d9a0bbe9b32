package dev.segue.domain.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.domain.fixture.Times;
import dev.segue.domain.listening.Skips;
import dev.segue.domain.session.Clocks;
import java.util.List;
import org.junit.jupiter.api.Test;

class LastImageTest {

    private static final long NOON = Times.at("12:00");
    private static final long HOUR = 3_600_000;

    @Test
    void isKeptUntilTheClockHasPassedAndGoneOn() {
        LastImage closed = new LastImage(3, session(false), NOON);

        LastImage kept = closed.at(NOON + 1);

        assertThat(closed.at(NOON)).isEqualTo(closed);
        assertThat(kept).isEqualTo(new LastImage(3, session(false), NOON + HOUR + 1, true));
        assertThat(kept.at(NOON + HOUR + 2)).isNull();
    }

    @Test
    void isKeptForALittleLongerWhenTheClockLeaps() {
        LastImage closed = new LastImage(3, session(false), NOON);

        LastImage kept = closed.at(NOON + 50 * HOUR);

        assertThat(kept).isEqualTo(new LastImage(3, session(false), NOON + 51 * HOUR, true));
        assertThat(kept.at(NOON + 51 * HOUR)).isEqualTo(kept);
        assertThat(kept.at(NOON + 51 * HOUR + 1)).isNull();
    }

    @Test
    void isKeptAsLongAsTheSessionRuns() {
        LastImage open = new LastImage(1, session(true), NOON);

        assertThat(open.at(NOON + 500 * HOUR)).isEqualTo(open);
    }

    @Test
    void isForgottenAtTheEndOfAllInput() {
        assertThat(new LastImage(4, null, NOON).at(Clocks.ENDED)).isNull();
    }

    private static CountedSession session(boolean open) {
        return new CountedSession(
                "anna", "SE", "Europe/Stockholm", NOON, 3_600, open, NOON, HOUR, 0, 0, 0, Skips.NONE, 0, List.of());
    }
}
