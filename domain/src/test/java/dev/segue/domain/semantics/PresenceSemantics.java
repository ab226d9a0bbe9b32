package dev.segue.domain.semantics;

import static dev.segue.domain.fixture.Events.aPause;
import static dev.segue.domain.fixture.Events.aPlay;
import static dev.segue.domain.fixture.Events.aResume;
import static dev.segue.domain.fixture.Events.aSearch;
import static dev.segue.domain.fixture.Events.spokenContent;
import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.domain.fixture.EventBuilder;
import dev.segue.domain.fixture.PlayBuilder;
import dev.segue.domain.fixture.Times;
import dev.segue.domain.session.Session;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** For how long a play proves its listener's presence: less than its length when its played time is much shorter. */
interface PresenceSemantics extends CurrentSessions {

    /** Six hours from start to end, with five minutes of played time. */
    private static PlayBuilder aBrokenPlay() {
        return aPlay().at("09:00").until("15:00").sounding("5:00");
    }

    @Test
    default void a_play_proves_presence_for_no_more_than_the_longest_play() {
        Session session = sessionOf(aPlay().at("00:00").until("10:00"));

        assertThat(Bounds.of(session)).isEqualTo(Bounds.of("04:00", "10:00"));
        assertThat(session.listenedMs()).isEqualTo(6 * 3_600_000L);
    }

    @Test
    default void a_play_of_exactly_the_longest_play_is_not_cut() {
        assertThat(Bounds.of(sessionOf(aPlay().at("04:00").until("10:00")))).isEqualTo(Bounds.of("04:00", "10:00"));
    }

    @Test
    default void a_silence_of_exactly_the_session_gap_inside_a_play_does_not_break_it() {
        Session session = sessionOf(aPlay().at("09:00").until("09:30").sounding("15:00"));

        assertThat(Bounds.of(session)).isEqualTo(Bounds.of("09:00", "09:30"));
    }

    @Test
    default void one_millisecond_more_of_silence_breaks_a_play() {
        List<Session> sessions = sessionsOf(aPlay().at("09:00").until("09:30").sounding("14:59.999"));

        assertThat(Bounds.of(sessions))
                .containsExactly(Bounds.of("09:00", "09:00"), Bounds.of("09:15:00.001", "09:30"));
    }

    @Test
    default void a_broken_play_belongs_where_it_ends() {
        List<Session> sessions = sessionsOf(aBrokenPlay());

        assertThat(Bounds.of(sessions)).containsExactly(Bounds.of("09:00", "09:00"), Bounds.of("14:55", "15:00"));
        assertThat(sessions).extracting(Session::events).containsExactly(0, 1);
        assertThat(sessions).extracting(Session::plays).containsExactly(0, 1);
        assertThat(sessions).extracting(Session::listenedMs).containsExactly(0L, 300_000L);
        assertThat(sessions).extracting(Session::devices).containsExactly(0, 1);
    }

    @Test
    default void a_play_that_never_sounded_proves_its_two_ends() {
        List<Session> sessions = sessionsOf(aPlay().at("09:00").until("09:20").sounding("0:00"));

        assertThat(Bounds.of(sessions)).containsExactly(Bounds.of("09:00", "09:00"), Bounds.of("09:20", "09:20"));
        assertThat(sessions).extracting(Session::plays).containsExactly(0, 1);
    }

    @Test
    default void spoken_content_breaks_as_a_play_does() {
        List<Session> sessions =
                sessionsOf(spokenContent().at("09:00").until("15:00").sounding("5:00"));

        assertThat(Bounds.of(sessions)).containsExactly(Bounds.of("09:00", "09:00"), Bounds.of("14:55", "15:00"));
        assertThat(sessions).extracting(Session::events).containsExactly(0, 1);
    }

    @Test
    default void pauses_and_resumes_replace_the_estimate() {
        List<Session> sessions =
                sessionsOf(aBrokenPlay(), aPause().at("09:02"), aResume().at("14:57"));

        assertThat(Bounds.of(sessions)).containsExactly(Bounds.of("09:00", "09:02"), Bounds.of("14:57", "15:00"));
        assertThat(sessions).extracting(Session::events).containsExactly(1, 2);
        assertThat(sessions).extracting(Session::plays).containsExactly(0, 1);
    }

    /** A pause and a resume, 99 times and another, every minute from 09:01 on; so it sounds from 12:20 on. */
    private static List<EventBuilder<?>> aBrokenPlayWith200PausesAndResumes() {
        List<EventBuilder<?>> events = new ArrayList<>(List.of(aBrokenPlay()));
        for (int i = 1; i <= 200; i++) {
            long moment = Times.at("09:00") + i * 60_000L;
            events.add(i % 2 == 1 ? aPause().at(moment) : aResume().at(moment));
        }
        return events;
    }

    @Test
    default void two_hundred_pauses_and_resumes_of_a_play_are_followed() {
        List<EventBuilder<?>> events = aBrokenPlayWith200PausesAndResumes();

        assertThat(Bounds.of(sessionsOf(events.toArray(EventBuilder[]::new))))
                .containsExactly(Bounds.of("09:00", "15:00"));
    }

    @Test
    default void what_comes_after_two_hundred_pauses_and_resumes_is_not_followed() {
        List<EventBuilder<?>> events = aBrokenPlayWith200PausesAndResumes();
        events.add(aPause().at("12:30"));
        events.add(aResume().at("14:00"));

        assertThat(Bounds.of(sessionsOf(events.toArray(EventBuilder[]::new))))
                .containsExactly(Bounds.of("09:00", "15:00"));
    }

    @Test
    default void several_pauses_make_several_pieces() {
        List<Session> sessions = sessionsOf(
                aBrokenPlay(),
                aPause().at("09:02"),
                aResume().at("12:00"),
                aPause().at("12:01"),
                aResume().at("14:58"));

        assertThat(Bounds.of(sessions))
                .containsExactly(Bounds.of("09:00", "09:02"), Bounds.of("12:00", "12:01"), Bounds.of("14:58", "15:00"));
    }

    @Test
    default void a_resume_without_a_pause_proves_presence_only_at_the_beginning() {
        List<Session> sessions = sessionsOf(aBrokenPlay(), aResume().at("14:57"));

        assertThat(Bounds.of(sessions)).containsExactly(Bounds.of("09:00", "09:00"), Bounds.of("14:57", "15:00"));
    }

    @Test
    default void a_pause_without_a_resume_leaves_the_rest_of_the_estimate() {
        List<Session> sessions = sessionsOf(aBrokenPlay(), aPause().at("09:02"));

        assertThat(Bounds.of(sessions)).containsExactly(Bounds.of("09:00", "09:02"), Bounds.of("14:57", "15:00"));
    }

    @Test
    default void a_pause_while_paused_changes_nothing() {
        List<Session> sessions = sessionsOf(aBrokenPlay(), aPause().at("09:02"), aPause().at("12:00"));

        assertThat(Bounds.of(sessions))
                .containsExactly(Bounds.of("09:00", "09:02"), Bounds.of("12:00", "12:00"), Bounds.of("14:57", "15:00"));
    }

    @Test
    default void the_rest_of_the_estimate_runs_from_the_first_pause_of_several() {
        List<Session> sessions = sessionsOf(aBrokenPlay(), aPause().at("09:02"), aPause().at("14:58"));

        assertThat(Bounds.of(sessions)).containsExactly(Bounds.of("09:00", "09:02"), Bounds.of("14:57", "15:00"));
    }

    @Test
    default void what_happens_at_either_end_of_a_play_is_of_the_play() {
        List<Session> atStart = sessionsOf(aBrokenPlay(), aResume().at("09:00"));
        List<Session> atEnd = sessionsOf(aBrokenPlay(), aPause().at("15:00"));

        assertThat(Bounds.of(atStart)).containsExactly(Bounds.of("09:00", "15:00"));
        assertThat(Bounds.of(atEnd)).containsExactly(Bounds.of("09:00", "15:00"));
    }

    @Test
    default void a_pause_before_a_play_is_not_of_the_play() {
        List<Session> sessions = sessionsOf(aBrokenPlay(), aPause().at("08:59:59.999"));

        assertThat(Bounds.of(sessions))
                .containsExactly(Bounds.of("08:59:59.999", "09:00"), Bounds.of("14:55", "15:00"));
    }

    @Test
    default void same_play_ids_mean_the_same_play_on_any_device() {
        List<Session> sessions = sessionsOf(
                aBrokenPlay().withPlayId("p1").on("phone"),
                aPause().at("09:02").withPlayId("p1").on("laptop"),
                aResume().at("14:57").withPlayId("p1").on("laptop"));

        assertThat(Bounds.of(sessions)).containsExactly(Bounds.of("09:00", "09:02"), Bounds.of("14:57", "15:00"));
    }

    @Test
    default void other_play_ids_mean_another_play() {
        List<Session> sessions =
                sessionsOf(aBrokenPlay().withPlayId("p1"), aPause().at("09:02").withPlayId("p2"));

        assertThat(Bounds.of(sessions)).containsExactly(Bounds.of("09:00", "09:02"), Bounds.of("14:55", "15:00"));
    }

    @Test
    default void where_one_has_no_play_id_the_device_decides() {
        List<Session> sameDevice = sessionsOf(
                aBrokenPlay().withPlayId("p1").on("phone"), aPause().at("09:02").on("phone"));
        List<Session> otherDevice = sessionsOf(
                aBrokenPlay().on("phone"), aPause().at("09:02").withPlayId("p1").on("laptop"));

        assertThat(Bounds.of(sameDevice)).containsExactly(Bounds.of("09:00", "09:02"), Bounds.of("14:57", "15:00"));
        assertThat(Bounds.of(otherDevice)).containsExactly(Bounds.of("09:00", "09:02"), Bounds.of("14:55", "15:00"));
    }

    @Test
    default void pauses_do_not_break_a_play_that_is_not_broken() {
        Session session = sessionOf(
                aPlay().at("09:00").until("09:30").sounding("20:00"),
                aPause().at("09:05"),
                aResume().at("09:15"),
                aSearch().at("09:10"));

        assertThat(Bounds.of(session)).isEqualTo(Bounds.of("09:00", "09:30"));
        assertThat(session.events()).isEqualTo(4);
    }
}
