package dev.segue.domain.semantics;

import static dev.segue.domain.fixture.Events.aPlay;
import static dev.segue.domain.fixture.Events.spokenContent;
import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.domain.listening.Skips;
import dev.segue.domain.playback.EndReason;
import dev.segue.domain.session.Session;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** A skip is the listener's choice; its class depends on how soon it came. */
interface SkipSemantics extends CurrentSessions {

    private Skips skipAfter(String sounded) {
        return sessionOf(aPlay().lasting("5:00").sounding(sounded).skipped()).skips();
    }

    @Test
    default void a_skip_under_five_seconds_is_quick() {
        assertThat(skipAfter("0:04.999")).isEqualTo(new Skips(1, 0, 0));
    }

    @Test
    default void a_skip_from_five_seconds_is_early() {
        assertThat(skipAfter("0:05")).isEqualTo(new Skips(0, 1, 0));
        assertThat(skipAfter("0:29.999")).isEqualTo(new Skips(0, 1, 0));
    }

    @Test
    default void a_skip_from_thirty_seconds_is_late() {
        assertThat(skipAfter("0:30")).isEqualTo(new Skips(0, 0, 1));
    }

    @Test
    default void only_the_listeners_choice_is_a_skip() {
        assertThat(Arrays.stream(EndReason.values())
                        .filter(reason ->
                                sessionOf(aPlay().endedBy(reason)).skips().total() == 1))
                .containsExactly(EndReason.FORWARD, EndReason.BACK, EndReason.PICKED_OTHER);
    }

    @Test
    default void a_short_play_that_nobody_left_is_no_skip() {
        assertThat(sessionOf(aPlay().lasting("0:04").endedBy(EndReason.ERROR)).skips())
                .isEqualTo(Skips.NONE);
    }

    @Test
    default void spoken_content_is_never_skipped() {
        assertThat(sessionOf(spokenContent().lasting("0:04").skipped()).skips()).isEqualTo(Skips.NONE);
    }

    @Test
    default void a_play_of_thirty_seconds_counts() {
        Session session = sessionOf(
                aPlay().at("09:00").lasting("3:00").sounding("0:29.999"),
                aPlay().at("09:03").lasting("3:00").sounding("0:30"),
                aPlay().at("09:06").lasting("3:00").sounding("0:30").skipped());

        assertThat(session.plays()).isEqualTo(3);
        assertThat(session.countedPlays()).isEqualTo(2);
    }
}
