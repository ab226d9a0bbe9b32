package dev.segue.domain.semantics;

import static dev.segue.domain.fixture.Events.aPause;
import static dev.segue.domain.fixture.Events.aPlay;
import static dev.segue.domain.fixture.Events.aResume;
import static dev.segue.domain.fixture.Events.aStart;
import static dev.segue.domain.fixture.Events.spokenContent;
import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.domain.fixture.EventBuilder;
import dev.segue.domain.fixture.PlayBuilder;
import dev.segue.domain.listening.Interruptions;
import dev.segue.domain.session.Session;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The rules for plays above the maximum play length. Such a play is cut six hours before its end; the cut is
 * artificial, the listener did nothing there.
 */
interface LongestPlaySemantics extends CurrentSessions {

    String THE_EVENING_BEFORE = "2026-03-01T22:00:00Z";

    /** From 22:00 to 08:03 on the next day: it is cut at 02:03, four hours and three minutes after its start. */
    private static PlayBuilder aPlayOverNight() {
        return aPlay().at(THE_EVENING_BEFORE).until("08:03");
    }

    private List<Bounds> boundsOf(EventBuilder<?>... events) {
        return Bounds.of(sessionsOf(events));
    }

    @Test
    default void a_cut_play_proves_presence_only_where_it_sounded() {
        List<Session> sessions = sessionsOf(aPlayOverNight().sounding("3:00"));

        assertThat(Bounds.of(sessions)).containsExactly(Bounds.of("08:00", "08:03"));
        assertThat(sessions).extracting(Session::events).containsExactly(1);
        assertThat(sessions).extracting(Session::listenedMs).containsExactly(180_000L);
    }

    @Test
    default void a_cut_play_that_never_sounded_proves_its_end() {
        assertThat(boundsOf(aPlayOverNight().sounding("0:00"))).containsExactly(Bounds.of("08:03", "08:03"));
    }

    @Test
    default void spoken_content_is_cut_as_a_play_is() {
        assertThat(boundsOf(
                        spokenContent().at(THE_EVENING_BEFORE).until("08:03").sounding("3:00")))
                .containsExactly(Bounds.of("08:00", "08:03"));
    }

    @Test
    default void a_cut_play_joins_nothing_that_lies_around_the_cut() {
        List<Bounds> bounds = boundsOf(
                aPlayOverNight().sounding("3:00").on("laptop"),
                aPlay().at("01:50").until("01:53"),
                aPlay().at("02:13").until("02:16"));

        assertThat(bounds)
                .containsExactly(Bounds.of("01:50", "01:53"), Bounds.of("02:13", "02:16"), Bounds.of("08:00", "08:03"));
    }

    @Test
    default void a_start_of_its_own_still_proves_the_start() {
        assertThat(boundsOf(aPlayOverNight().sounding("3:00"), aStart().at(THE_EVENING_BEFORE)))
                .containsExactly(Bounds.of(THE_EVENING_BEFORE, THE_EVENING_BEFORE), Bounds.of("08:00", "08:03"));
    }

    @Test
    default void one_millisecond_more_than_the_longest_play_is_cut() {
        assertThat(boundsOf(aPlay().at("02:03").until("08:03").sounding("3:00")))
                .containsExactly(Bounds.of("02:03", "02:03"), Bounds.of("08:00", "08:03"));
        assertThat(boundsOf(aPlay().at("02:02:59.999").until("08:03").sounding("3:00")))
                .containsExactly(Bounds.of("08:00", "08:03"));
    }

    /** It was playing at the cut and before: since its start it was never silent for longer than the gap. */
    @Test
    default void a_cut_play_that_is_not_broken_proves_presence_from_the_cut() {
        assertThat(boundsOf(aPlay().at("00:00").until("06:10").sounding("5:55:00")))
                .containsExactly(Bounds.of("00:10", "06:10"));
        assertThat(boundsOf(aPlay().at("00:00").until("06:10").sounding("5:54:59.999")))
                .containsExactly(Bounds.of("00:15:00.001", "06:10"));
    }

    @Test
    default void pauses_and_resumes_before_the_cut_prove_their_own_moments() {
        List<Session> sessions = sessionsOf(
                aStart().at(THE_EVENING_BEFORE),
                aPause().at("2026-03-01T22:02:00Z"),
                aResume().at("08:02"),
                aPlayOverNight().sounding("3:00"));

        assertThat(Bounds.of(sessions))
                .containsExactly(Bounds.of(THE_EVENING_BEFORE, "2026-03-01T22:02:00Z"), Bounds.of("08:02", "08:03"));
        assertThat(sessions).extracting(Session::events).containsExactly(2, 2);
        assertThat(sessions).extracting(Session::plays).containsExactly(0, 1);
    }

    @Test
    default void a_pause_before_the_cut_is_not_followed() {
        assertThat(boundsOf(aPlayOverNight().sounding("3:00"), aPause().at("2026-03-01T22:02:00Z")))
                .containsExactly(
                        Bounds.of("2026-03-01T22:02:00Z", "2026-03-01T22:02:00Z"), Bounds.of("08:00", "08:03"));
        assertThat(boundsOf(aPlayOverNight().sounding("3:00"), aPause().at("02:02:59.999")))
                .containsExactly(Bounds.of("02:02:59.999", "02:02:59.999"), Bounds.of("08:00", "08:03"));
    }

    @Test
    default void a_pause_or_resume_at_the_cut_is_followed() {
        assertThat(boundsOf(
                        aPlayOverNight().sounding("5:00"),
                        aPause().at("02:03"),
                        aResume().at("08:00")))
                .containsExactly(Bounds.of("02:03", "02:03"), Bounds.of("08:00", "08:03"));
        assertThat(boundsOf(aPlayOverNight().sounding("5:00"), aResume().at("02:03"), aPause().at("02:05")))
                .containsExactly(Bounds.of("02:03", "02:05"), Bounds.of("08:03", "08:03"));
    }

    @Test
    default void a_resume_after_the_cut_proves_that_it_was_paused_there() {
        assertThat(boundsOf(
                        aPlayOverNight().sounding("4:00"),
                        aResume().at("05:00"),
                        aPause().at("05:01"),
                        aResume().at("08:02")))
                .containsExactly(Bounds.of("05:00", "05:01"), Bounds.of("08:02", "08:03"));
    }

    @Test
    default void a_pause_after_the_cut_proves_that_it_sounded_until_then_as_far_as_its_played_time_allows() {
        assertThat(boundsOf(
                        aPlayOverNight().sounding("5:01:00"),
                        aPause().at("03:00"),
                        aResume().at("08:02")))
                .containsExactly(Bounds.of("02:03", "03:00"), Bounds.of("08:02", "08:03"));
        assertThat(boundsOf(
                        aPlayOverNight().sounding("46:00"),
                        aPause().at("03:00"),
                        aResume().at("08:02")))
                .containsExactly(Bounds.of("02:15", "03:00"), Bounds.of("08:02", "08:03"));
    }

    @Test
    default void a_pause_after_the_cut_that_the_played_time_does_not_reach_found_it_paused() {
        assertThat(boundsOf(
                        aPlayOverNight().sounding("3:00"),
                        aPause().at("2026-03-01T22:02:00Z"),
                        aPause().at("02:30"),
                        aResume().at("08:02")))
                .containsExactly(
                        Bounds.of("2026-03-01T22:02:00Z", "2026-03-01T22:02:00Z"),
                        Bounds.of("02:30", "02:30"),
                        Bounds.of("08:02", "08:03"));
    }

    @Test
    default void it_reaches_when_at_most_the_session_gap_is_left_silent() {
        assertThat(boundsOf(
                        aPlayOverNight().sounding("43:00"),
                        aPause().at("03:00"),
                        aResume().at("08:02")))
                .containsExactly(Bounds.of("02:18", "03:00"), Bounds.of("08:02", "08:03"));
        assertThat(boundsOf(
                        aPlayOverNight().sounding("42:59.999"),
                        aPause().at("03:00"),
                        aResume().at("08:02")))
                .containsExactly(Bounds.of("03:00", "03:00"), Bounds.of("08:02", "08:03"));
    }

    @Test
    default void what_is_left_of_the_played_time_sounded_before_the_cut_as_far_as_there_was_time() {
        assertThat(boundsOf(aPlayOverNight().sounding("5:00:00"), aPause().at("03:00")))
                .containsExactly(Bounds.of("02:03", "03:00"), Bounds.of("08:03", "08:03"));
        assertThat(boundsOf(aPlayOverNight().sounding("5:02:00"), aPause().at("03:00")))
                .containsExactly(Bounds.of("02:03", "03:00"), Bounds.of("08:01", "08:03"));
        assertThat(boundsOf(aPlayOverNight().sounding("2:01:00"), aResume().at("05:00"), aPause().at("05:01")))
                .containsExactly(Bounds.of("05:00", "05:01"), Bounds.of("08:03", "08:03"));
    }

    @Test
    default void where_a_cut_play_sounded_it_is_not_interrupted() {
        Session session = sessionOf(
                aPlay().at("00:00").until("06:10").sounding("5:58:00"),
                aPause().at("03:00"),
                aResume().at("03:12"));

        assertThat(session.interruptions()).isEqualTo(new Interruptions(1, 0, 0, 720_000));
    }

    @Test
    default void a_cut_play_that_was_paused_at_the_cut_is_silent_until_its_resume() {
        Session session = sessionOf(
                aPlay().at("00:00").until("06:10").sounding("5:56:00"),
                aResume().at("00:20"));

        assertThat(Bounds.of(session)).isEqualTo(Bounds.of("00:10", "06:10"));
        assertThat(session.interruptions()).isEqualTo(new Interruptions(0, 0, 1, 600_000));
    }
}
