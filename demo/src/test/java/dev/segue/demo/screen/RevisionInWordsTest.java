package dev.segue.demo.screen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.app.recount.Messages;
import dev.segue.contracts.Mood;
import dev.segue.contracts.MoodQuadrant;
import dev.segue.contracts.SessionRevision;
import dev.segue.contracts.SessionStatus;
import org.junit.jupiter.api.Test;

class RevisionInWordsTest {

    @Test
    void shows_how_a_session_is_going() {
        assertThat(RevisionInWords.of(Messages.annas(1, SessionStatus.EARLY, true)))
                .isEqualTo("anna's session of 42 min goes on: 12 songs, 3 skipped, calm music; revision 1, early");
    }

    @Test
    void shows_that_it_ended() {
        assertThat(RevisionInWords.of(Messages.annas(4, SessionStatus.FINAL, false)))
                .isEqualTo("anna's session of 42 min ended: 12 songs, 3 skipped, calm music; revision 4, final");
    }

    @Test
    void says_that_it_was_corrected() {
        assertThat(RevisionInWords.of(Messages.annas(5, SessionStatus.CORRECTED, false)))
                .isEqualTo(
                        "anna's session of 42 min was corrected: 12 songs, 3 skipped, calm music; revision 5, corrected");
        assertThat(RevisionInWords.of(Messages.annas(6, SessionStatus.CORRECTED, true)))
                .isEqualTo(
                        "anna's session of 42 min goes on after all: 12 songs, 3 skipped, calm music; revision 6, corrected");
        assertThat(RevisionInWords.of(Messages.annas(7, SessionStatus.SUPERSEDED, false)))
                .isEqualTo("anna's session turned out to be part of another; revision 7, superseded");
    }

    @Test
    void leaves_out_what_there_is_not_or_nobody_knows() {
        SessionRevision revision = SessionRevision.newBuilder(Messages.annas(1, SessionStatus.FINAL, false))
                .setTotals(Messages.totals(1, 2, new Mood(MoodQuadrant.UNKNOWN, null, null, 0.0)))
                .build();

        assertThat(RevisionInWords.of(revision))
                .isEqualTo("anna's session of 42 min ended: 1 song, on 2 devices; revision 1, final");
    }
}
