package dev.segue.domain.semantics;

import static dev.segue.domain.fixture.Events.aPause;
import static dev.segue.domain.fixture.Events.aPlay;
import static dev.segue.domain.fixture.Events.aResume;
import static dev.segue.domain.fixture.Events.aSearch;
import static dev.segue.domain.fixture.Events.anAd;
import static dev.segue.domain.fixture.Events.spokenContent;
import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.domain.session.Session;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Listened time is the length of the union of the intervals in which tracks sounded. */
interface ListenedTimeSemantics extends CurrentSessions {

    @Test
    default void two_devices_at_once_count_once() {
        Session session = sessionOf(
                aPlay().at("09:00").until("09:03").on("phone"),
                aPlay().at("09:02").until("09:05").on("laptop"));

        assertThat(session.listenedMs()).isEqualTo(300_000);
    }

    @Test
    default void silence_between_plays_does_not_count() {
        Session session = sessionOf(
                aPlay().at("09:00").until("09:03"), aPlay().at("09:10").until("09:13"));

        assertThat(session.listenedMs()).isEqualTo(360_000);
    }

    @Test
    default void a_play_sounded_at_its_end() {
        Session session = sessionOf(
                aPlay().at("09:00").until("09:10").sounding("2:00"),
                aPlay().at("09:05").until("09:08:30").on("laptop"));

        assertThat(session.listenedMs()).isEqualTo(300_000);
    }

    @Test
    default void a_play_cannot_sound_for_longer_than_it_lasted() {
        assertThat(sessionOf(aPlay().lasting("3:00").sounding("9:00")).listenedMs())
                .isEqualTo(180_000);
    }

    @Test
    default void a_play_cannot_sound_for_less_than_nothing() {
        assertThat(sessionOf(aPlay().lasting("3:00").sounding(-1)).listenedMs()).isZero();
    }

    @Test
    default void pauses_do_not_change_listened_time() {
        List<Session> sessions = sessionsOf(
                aPlay().at("09:00").until("15:00").sounding("5:00"),
                aPause().at("09:02"),
                aResume().at("14:57"));

        assertThat(sessions).extracting(Session::listenedMs).containsExactly(0L, 300_000L);
    }

    @Test
    default void only_tracks_are_listened_to() {
        Session session = sessionOf(
                spokenContent().at("09:00").until("09:30"),
                anAd().at("09:31").sounding("0:30"),
                aSearch().at("09:32"));

        assertThat(session.listenedMs()).isZero();
    }
}
