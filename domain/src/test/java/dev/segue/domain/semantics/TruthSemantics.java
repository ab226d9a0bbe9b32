package dev.segue.domain.semantics;

import static dev.segue.domain.fixture.Events.aPlay;
import static dev.segue.domain.fixture.Events.aSearch;
import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.domain.fixture.Histories;
import dev.segue.domain.fixture.Times;
import dev.segue.domain.playback.PlaybackEvent;
import dev.segue.domain.session.Session;
import dev.segue.domain.session.SessionRules;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The current sessions are a function of the set of accepted events: order and repetition change nothing. */
interface TruthSemantics extends CurrentSessions {

    int SOME_HISTORIES = 40;

    @Test
    default void the_order_of_events_changes_nothing() {
        for (long seed = 0; seed < SOME_HISTORIES; seed++) {
            List<PlaybackEvent> history = Histories.of(seed);
            List<Session> sessions = sessionsOf(history, Histories.SMALL_RULES);

            assertThat(sessionsOf(Histories.shuffled(history, seed), Histories.SMALL_RULES))
                    .as("history %d, shuffled", seed)
                    .isEqualTo(sessions);
            assertThat(sessionsOf(Histories.reversed(history), Histories.SMALL_RULES))
                    .as("history %d, reversed", seed)
                    .isEqualTo(sessions);
        }
    }

    @Test
    default void repetition_changes_nothing() {
        for (long seed = 0; seed < SOME_HISTORIES; seed++) {
            List<PlaybackEvent> history = Histories.of(seed);

            assertThat(sessionsOf(Histories.withDuplicates(history, seed), Histories.SMALL_RULES))
                    .as("history %d", seed)
                    .isEqualTo(sessionsOf(history, Histories.SMALL_RULES));
        }
    }

    @Test
    default void an_event_twice_is_a_duplicate() {
        Session session = sessionOf(aPlay().withId("e1"), aPlay().withId("e1"));

        assertThat(session.events()).isEqualTo(1);
        assertThat(session.plays()).isEqualTo(1);
    }

    @Test
    default void delivery_does_not_make_another_event() {
        Session session = sessionOf(
                aPlay().withId("e1").sentAt("10:00").receivedAt("10:00:01"),
                aPlay().withId("e1").sentAt("11:00").receivedAt("11:00:01"),
                aPlay().withId("e1"));

        assertThat(session.events()).isEqualTo(1);
    }

    @Test
    default void a_copy_whose_clock_was_corrected_otherwise_is_a_duplicate_and_the_first_counts() {
        PlaybackEvent reported = aPlay().withId("e1").at("09:00").build();

        List<Session> sessions = sessionsOf(
                List.of(
                        reported.correctedBy(Times.lasting("7:00")),
                        reported,
                        reported.correctedBy(Times.lasting("8:00"))),
                SessionRules.DEFAULT);

        assertThat(Bounds.of(sessions)).containsExactly(Bounds.of("09:07", "09:10"));
        assertThat(sessions).extracting(Session::events).containsExactly(1);
    }

    @Test
    default void of_copies_with_other_track_facts_the_first_counts() {
        Session session = sessionOf(
                aPlay().withId("e1").lasting("10:00").feeling(900, 100),
                aPlay().withId("e1").lasting("10:00").feeling(100, 900));

        assertThat(session.events()).isEqualTo(1);
        assertThat(session.mood().valence()).isEqualTo(900);
    }

    @Test
    default void other_content_under_one_id_is_another_event() {
        Session session = sessionOf(
                aPlay().withId("e1").of("blue"),
                aPlay().withId("e1").of("green"),
                aSearch().withId("e1"),
                aSearch().withId("e1").withSearchId("s1"),
                aSearch().withId("e1").withSearchId("s2"));

        assertThat(session.events()).isEqualTo(5);
        assertThat(session.plays()).isEqualTo(2);
    }

    @Test
    default void the_same_song_twice_is_not_a_duplicate() {
        Session session =
                sessionOf(aPlay().withId("e1").of("blue"), aPlay().withId("e2").of("blue"));

        assertThat(session.plays()).isEqualTo(2);
        assertThat(session.listenedMs()).isEqualTo(180_000);
    }

    @Test
    default void one_id_of_two_listeners_is_two_events() {
        List<Session> sessions =
                sessionsOf(aPlay().withId("e1").by("anna"), aPlay().withId("e1").by("bo"));

        assertThat(sessions).extracting(Session::events).containsExactly(1, 1);
    }

    @Test
    default void plays_are_ordered_by_start_then_end_then_event_id() {
        Session session = sessionOf(
                aPlay().withId("b")
                        .at("09:00")
                        .lasting("3:00")
                        .fromPlaylist("third")
                        .on("laptop"),
                aPlay().withId("c")
                        .at("09:00")
                        .lasting("2:00")
                        .fromPlaylist("first")
                        .on("tv"),
                aPlay().withId("a")
                        .at("09:00")
                        .lasting("3:00")
                        .fromPlaylist("second")
                        .on("phone"),
                aPlay().withId("0")
                        .at("09:01")
                        .lasting("0:30")
                        .fromPlaylist("fourth")
                        .on("radio"));

        assertThat(session.runs())
                .extracting(run -> run.context().id())
                .containsExactly("first", "second", "third", "fourth");
    }
}
