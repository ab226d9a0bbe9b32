package dev.segue.replay.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.segue.adapters.files.source.Progress;
import dev.segue.domain.accounting.Health;
import dev.segue.domain.accounting.Ledger;
import dev.segue.domain.catalogue.TrackFacts;
import dev.segue.domain.clock.Clocks;
import dev.segue.domain.playback.DeadLetter;
import dev.segue.domain.playback.Detail;
import dev.segue.domain.playback.Device;
import dev.segue.domain.playback.PlaybackEvent;
import dev.segue.domain.playback.RejectionReason;
import dev.segue.domain.reference.BatchReference;
import dev.segue.domain.session.Change;
import dev.segue.domain.session.Change.Revision;
import dev.segue.domain.session.Change.Status;
import dev.segue.domain.session.Change.Superseded;
import dev.segue.domain.session.Session;
import dev.segue.domain.session.SessionRules;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The current sessions at the end of a job, and whether its ledger adds up. */
class CurrentSessionsTest {

    private static final Session ANNAS = sessionOf("anna", 1_000);
    private static final Session LATER = sessionOf("anna", 5_000_000);
    private static final Session BOBS = sessionOf("bob", 2_000);

    private final CurrentSessions current = new CurrentSessions(true, Progress.whenSorted(0));

    @Test
    void of_each_session_the_last_revision_is_current_by_listener_and_start() {
        emit(revision(BOBS, 1), revision(LATER, 1), revision(ANNAS, 1), revision(ANNAS, 3), revision(ANNAS, 2));

        assertThat(current.sessions()).containsExactly(revision(ANNAS, 3), revision(LATER, 1), revision(BOBS, 1));
    }

    @Test
    void a_superseded_session_is_not_current_unless_it_comes_back() {
        emit(revision(ANNAS, 1), revision(LATER, 1), superseded(ANNAS, 2), superseded(LATER, 2), revision(LATER, 3));

        assertThat(current.sessions()).containsExactly(revision(LATER, 3));
    }

    @Test
    void more_than_there_is_room_for_is_refused_before_memory_is_used_up() {
        CurrentSessions small = new CurrentSessions(true, Progress.whenSorted(0), 2_000);
        small.change(revision(ANNAS, 1));
        small.change(revision(ANNAS, 2));
        small.change(revision(LATER, 1));

        assertThatThrownBy(() -> {
                    for (int i = 0; i < 4; i++) {
                        small.change(revision(sessionOf("cleo", 10_000_000L * (i + 1)), 1));
                    }
                })
                .isInstanceOf(CurrentSessions.NoRoom.class);
    }

    @Test
    void a_ledger_that_adds_up_has_no_contradictions() {
        emit(revision(ANNAS, 1), revision(BOBS, 1));
        current.deadLetter(letter(7));
        current.late(eventOf("anna", 3));
        current.health(atEnd("intake", new Ledger(5, 0, 0, 0, Map.of(RejectionReason.NO_TIME, 1L))));
        current.health(atEnd("sessions", new Ledger(0, 2, 1, 1, Map.of())));

        assertThat(current.contradictions(5, 1)).isEmpty();
    }

    @Test
    void a_ledger_that_does_not_add_up_is_reported_in_every_point() {
        emit(revision(ANNAS, 1));
        current.health(atEnd("intake", new Ledger(6, 0, 0, 0, Map.of(RejectionReason.NO_TIME, 1L))));
        current.health(atEnd("sessions", new Ledger(0, 2, 0, 1, Map.of())));

        assertThat(current.contradictions(5, 2))
                .containsExactly(
                        "read is not the sum of accepted, duplicate, late and rejected: " + current.ledger(),
                        "5 rows were read, but the ledger says 6",
                        "0 rows were rejected, but the ledger says 1",
                        "0 events were late, but the ledger says 1",
                        "2 lines were late, but the ledger says 1",
                        "1 events are in sessions, but the ledger says 2");
    }

    @Test
    void the_first_rejected_rows_are_kept_by_line_and_the_others_counted() {
        for (int line = 30; line > 0; line--) {
            current.deadLetter(letter(line));
        }

        assertThat(current.firstRejected())
                .extracting(DeadLetter::position)
                .containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L);
    }

    private void emit(Change... changes) {
        for (Change change : changes) {
            current.change(change);
        }
    }

    private static Health atEnd(String stage, Ledger ledger) {
        return new Health("replay", stage, 0, 1, Health.AT_END, ledger, Clocks.ENDED, Clocks.ENDED, -1);
    }

    private static Revision revision(Session session, int number) {
        return new Revision(session, number, Status.FINAL, false, Clocks.ENDED, 0, "1");
    }

    private static Superseded superseded(Session session, int number) {
        return new Superseded(
                session.listener(), session.id(), session.startedAt(), number, BOBS.id(), Clocks.ENDED, 0, "1");
    }

    private static DeadLetter letter(long line) {
        return new DeadLetter(RejectionReason.NO_TIME, "The field ts is missing.", "a.json", -1, line, null, null);
    }

    private static Session sessionOf(String listener, long at) {
        return BatchReference.sessionsOf(List.of(eventOf(listener, at)), SessionRules.DEFAULT)
                .get(0);
    }

    private static PlaybackEvent eventOf(String listener, long at) {
        return new PlaybackEvent(
                listener,
                "e" + at,
                Device.UNKNOWN,
                at,
                null,
                null,
                0,
                null,
                null,
                false,
                new Detail.SearchPerformed(null),
                TrackFacts.UNKNOWN);
    }
}
