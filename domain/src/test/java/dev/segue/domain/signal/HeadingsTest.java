package dev.segue.domain.signal;

import static dev.segue.domain.fixture.Events.aPlay;
import static dev.segue.domain.signal.ListenerNow.listener;
import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.domain.listening.Mood;
import dev.segue.domain.listening.Mood.Quadrant;
import dev.segue.domain.signal.now.Signal.Heading;
import org.junit.jupiter.api.Test;

/** Where the mood is heading. */
class HeadingsTest {

    private static final Mood UNKNOWN = new Mood(Quadrant.UNKNOWN, 0, 0, 50);

    @Test
    void it_goes_on_from_the_recent_mood_as_far_as_it_has_come_from_that_of_the_session() {
        assertThat(Headings.of(mood(500, 500), mood(600, 350))).isEqualTo(new Heading(700, 200));
    }

    @Test
    void it_stays_on_the_map() {
        assertThat(Headings.of(mood(400, 600), mood(900, 100))).isEqualTo(new Heading(1_000, 0));
    }

    @Test
    void music_that_stays_as_it_is_heads_nowhere_else() {
        assertThat(Headings.of(mood(300, 300), mood(300, 300))).isEqualTo(new Heading(300, 300));
    }

    @Test
    void where_nothing_is_known_of_the_recent_mood_it_stays() {
        assertThat(Headings.of(mood(300, 400), UNKNOWN)).isEqualTo(new Heading(300, 400));
    }

    @Test
    void where_nothing_is_known_of_the_session_nobody_knows() {
        assertThat(Headings.of(UNKNOWN, mood(300, 400))).isNull();
    }

    @Test
    void the_recent_mood_is_that_of_the_last_few_minutes_of_listening() {
        Heading heading = listener()
                .does(
                        aPlay().at("08:00").lasting("10:00").feeling(400, 800),
                        aPlay().at("08:10").lasting("3:00").feeling(400, 200))
                .now()
                .heading();

        // Session: (10 min * 2^-0.3 * 800 + 3 min * 200) / (10 * 2^-0.3 + 3) = 638; recent: (10 * 2^-1 * 800 + 3 * 200)
        // / 8 = 575.
        assertThat(heading).isEqualTo(new Heading(400, 575 - (638 - 575)));
    }

    private static Mood mood(int valence, int energy) {
        return new Mood(Quadrant.CALM, valence, energy, 1_000);
    }
}
