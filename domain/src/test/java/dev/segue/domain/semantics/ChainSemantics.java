package dev.segue.domain.semantics;

import static dev.segue.domain.fixture.Events.aPause;
import static dev.segue.domain.fixture.Events.aPlay;
import static dev.segue.domain.fixture.Events.aResume;
import static dev.segue.domain.fixture.Events.aSearch;
import static dev.segue.domain.fixture.Events.aStart;
import static dev.segue.domain.fixture.Events.anAd;
import static dev.segue.domain.fixture.Events.spokenContent;
import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.domain.fixture.Times;
import dev.segue.domain.listening.Interruptions;
import dev.segue.domain.listening.Mood;
import dev.segue.domain.listening.Run;
import dev.segue.domain.listening.Skips;
import dev.segue.domain.playback.Device;
import dev.segue.domain.playback.PlayContext;
import dev.segue.domain.session.Session;
import dev.segue.domain.session.SessionId;
import dev.segue.domain.session.SessionRules;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Activities of one listener form a chain as long as no idle gap is longer than the session gap, and nothing else cuts.
 */
interface ChainSemantics extends CurrentSessions {

    @Test
    default void no_events_make_no_session() {
        assertThat(sessionsOf()).isEmpty();
    }

    @Test
    default void one_play_is_a_session() {
        Session session = sessionOf(aPlay().by("anna")
                .of("song")
                .at("09:15")
                .lasting("3:00")
                .fromPlaylist("morning")
                .on("phone")
                .inCountry("SE")
                .inTimeZone("Europe/Stockholm")
                .feeling(800, 700));

        long start = Times.at("09:15");
        long end = Times.at("09:18");
        assertThat(session)
                .isEqualTo(new Session(
                        SessionId.of("anna", start),
                        "anna",
                        start,
                        end,
                        "SE",
                        "Europe/Stockholm",
                        Device.Type.PHONE,
                        0,
                        1,
                        1,
                        1,
                        Skips.NONE,
                        180_000,
                        Interruptions.NONE,
                        1,
                        0,
                        1,
                        List.of(new Run(
                                new PlayContext(PlayContext.Type.PLAYLIST, "morning", null),
                                "phone",
                                Device.Type.PHONE,
                                start,
                                end,
                                1,
                                1,
                                Skips.NONE,
                                List.of(),
                                180_000,
                                1,
                                false)),
                        1,
                        List.of(),
                        new Mood(Mood.Quadrant.HAPPY, 800, 700, 300)));
    }

    @Test
    default void an_idle_gap_of_exactly_the_session_gap_holds_the_session_together() {
        List<Session> sessions = sessionsOf(
                aPlay().at("09:00").until("09:03"), aPlay().at("09:18").until("09:21"));

        assertThat(Bounds.of(sessions)).containsExactly(Bounds.of("09:00", "09:21"));
    }

    @Test
    default void one_millisecond_more_than_the_session_gap_begins_another() {
        List<Session> sessions = sessionsOf(
                aPlay().at("09:00").until("09:03"), aPlay().at("09:18:00.001").until("09:21"));

        assertThat(Bounds.of(sessions))
                .containsExactly(Bounds.of("09:00", "09:03"), Bounds.of("09:18:00.001", "09:21"));
    }

    @Test
    default void the_idle_gap_runs_from_the_latest_end_of_all() {
        List<Session> sessions = sessionsOf(
                aPlay().at("09:00").until("10:00").on("laptop"),
                aSearch().at("09:10").on("phone"),
                aPlay().at("10:15").until("10:18"));

        assertThat(Bounds.of(sessions)).containsExactly(Bounds.of("09:00", "10:18"));
    }

    @Test
    default void every_kind_of_event_proves_presence() {
        Session session = sessionOf(
                aStart().at("09:00"),
                aPause().at("09:15"),
                aResume().at("09:30"),
                aSearch().at("09:45"),
                anAd().at("10:00"),
                spokenContent().at("10:15").until("10:30"),
                aPlay().at("10:45").until("10:48"));

        assertThat(Bounds.of(session)).isEqualTo(Bounds.of("09:00", "10:48"));
        assertThat(session.events()).isEqualTo(7);
        assertThat(session.plays()).isEqualTo(1);
    }

    @Test
    default void spoken_content_proves_presence_all_along_its_interval() {
        Session session = sessionOf(
                spokenContent().at("09:00").until("09:40"), aPlay().at("09:55").until("09:58"));

        assertThat(Bounds.of(session)).isEqualTo(Bounds.of("09:00", "09:58"));
        assertThat(session.plays()).isEqualTo(1);
    }

    @Test
    default void a_play_without_a_track_id_is_a_play() {
        assertThat(sessionOf(aPlay().of(null)).plays()).isEqualTo(1);
    }

    @Test
    default void a_play_longer_than_the_session_gap_holds_its_session_together() {
        Session session = sessionOf(
                aPlay().at("09:00").until("09:40"), aPlay().at("09:40").until("09:43"));

        assertThat(Bounds.of(session)).isEqualTo(Bounds.of("09:00", "09:43"));
    }

    @Test
    default void midnight_does_not_cut() {
        List<Session> sessions = sessionsOf(
                aPlay().at("2026-03-02T23:58:00Z").lasting("4:00"),
                aPlay().at("2026-03-03T00:02:00Z").lasting("3:00"));

        assertThat(Bounds.of(sessions)).containsExactly(Bounds.of("2026-03-02T23:58:00Z", "2026-03-03T00:05:00Z"));
    }

    @Test
    default void new_year_does_not_cut() {
        List<Session> sessions = sessionsOf(
                aPlay().at("2025-12-31T23:50:00Z").lasting("3:00"),
                aPlay().at("2026-01-01T00:08:00Z").lasting("3:00"));

        assertThat(Bounds.of(sessions)).containsExactly(Bounds.of("2025-12-31T23:50:00Z", "2026-01-01T00:11:00Z"));
    }

    /** In Stockholm the clocks go from 02:00 to 03:00 at 01:00 UTC on 29 March 2026, and back on 25 October. */
    @Test
    default void a_change_to_summer_time_neither_cuts_nor_joins() {
        List<Session> spring = sessionsOf(
                aPlay().at("2026-03-29T00:55:00Z").lasting("3:00").inTimeZone("Europe/Stockholm"),
                aPlay().at("2026-03-29T01:02:00Z").lasting("3:00").inTimeZone("Europe/Stockholm"));
        List<Session> autumn = sessionsOf(
                aPlay().at("2026-10-25T00:10:00Z").lasting("3:00").inTimeZone("Europe/Stockholm"),
                aPlay().at("2026-10-25T01:10:00Z").lasting("3:00").inTimeZone("Europe/Stockholm"));

        assertThat(Bounds.of(spring)).containsExactly(Bounds.of("2026-03-29T00:55:00Z", "2026-03-29T01:05:00Z"));
        assertThat(Bounds.of(autumn))
                .containsExactly(
                        Bounds.of("2026-10-25T00:10:00Z", "2026-10-25T00:13:00Z"),
                        Bounds.of("2026-10-25T01:10:00Z", "2026-10-25T01:13:00Z"));
    }

    @Test
    default void neither_device_nor_country_nor_time_zone_cuts() {
        List<Session> sessions = sessionsOf(
                aPlay().at("09:00").on("laptop").inCountry("SE").inTimeZone("Europe/Stockholm"),
                aPlay().at("09:03").on("phone").inCountry("DK").inTimeZone("Europe/Copenhagen"));

        assertThat(Bounds.of(sessions)).containsExactly(Bounds.of("09:00", "09:06"));
    }

    @Test
    default void listeners_are_apart() {
        List<Session> sessions = sessionsOf(
                aPlay().by("bo").at("09:01"),
                aPlay().by("anna").at("09:00"),
                aPlay().by("anna").at("09:03"));

        assertThat(sessions).extracting(Session::listener).containsExactly("anna", "bo");
        assertThat(Bounds.of(sessions)).containsExactly(Bounds.of("09:00", "09:06"), Bounds.of("09:01", "09:04"));
    }

    @Test
    default void the_session_gap_is_a_rule() {
        SessionRules defaults = SessionRules.DEFAULT;
        SessionRules oneMinute = new SessionRules(
                60_000,
                defaults.capMs(),
                defaults.maxPlayMs(),
                defaults.allowedLatenessMs(),
                defaults.earlyFiringIntervalMs(),
                defaults.correctionsMs(),
                defaults.listening());

        assertThat(Bounds.of(sessionsOf(
                        oneMinute,
                        aSearch().at("09:00"),
                        aSearch().at("09:01"),
                        aSearch().at("09:02:00.001"))))
                .containsExactly(Bounds.of("09:00", "09:01"), Bounds.of("09:02:00.001", "09:02:00.001"));
    }
}
