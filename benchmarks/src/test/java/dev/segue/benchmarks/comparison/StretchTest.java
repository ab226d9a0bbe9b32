package dev.segue.benchmarks.comparison;

import static dev.segue.domain.fixture.Events.aPlay;
import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.domain.fixture.PlayBuilder;
import dev.segue.domain.fixture.Times;
import dev.segue.domain.playback.PlaybackEvent;
import org.junit.jupiter.api.Test;

/** The stretches of a play that the other sessionizers see. */
class StretchTest {

    @Test
    void a_paused_play_proves_its_beginning_and_its_end() {
        assertThat(Stretch.of(arrived(aPlay().at("02:03").until("08:03").sounding("3:00"))))
                .containsExactly(
                        new Stretch("anna", Times.at("02:03"), Times.at("02:03"), null, true, 0),
                        new Stretch("anna", Times.at("08:03"), Times.at("08:03"), "play", false, 0));
    }

    @Test
    void a_paused_play_that_began_before_the_longest_play_proves_its_end() {
        assertThat(Stretch.of(arrived(aPlay().at("02:02:59.999").until("08:03").sounding("3:00"))))
                .containsExactly(new Stretch("anna", Times.at("08:03"), Times.at("08:03"), "play", false, 0));
    }

    private static Arrived arrived(PlayBuilder play) {
        PlaybackEvent event = play.withId("play").build();
        return new Arrived(event, 0);
    }
}
