package dev.segue.simulator.verification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.app.recount.Messages;
import dev.segue.contracts.DeadLetter;
import dev.segue.contracts.EndReason;
import dev.segue.contracts.Play;
import dev.segue.contracts.RejectionReason;
import dev.segue.contracts.SessionPlays;
import dev.segue.contracts.SessionRevision;
import dev.segue.contracts.SessionStatus;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutputsTest {

    private static final SessionRevision ANNAS = Messages.annas(2, SessionStatus.FINAL, false);

    private final Outputs outputs = new Outputs();

    @Test
    void the_last_revision_is_current_unless_it_is_superseded() {
        outputs.revision(Messages.annas(1, SessionStatus.EARLY, true));
        outputs.revision(ANNAS);
        outputs.revision(Messages.revision("bens", "ben", 1, SessionStatus.FINAL, false));
        outputs.revision(Messages.revision("bens", "ben", 2, SessionStatus.SUPERSEDED, false));

        assertThat(outputs.current()).containsExactly(ANNAS);
        assertThat(outputs.revisions()).isEqualTo(new RevisionCheck(4, 0));
        assertThat(outputs.revisions().inWords()).containsExactly("No revision was emitted twice.");
    }

    @Test
    void a_revision_that_is_not_newer_was_emitted_twice() {
        outputs.revision(Messages.annas(1, SessionStatus.EARLY, true));
        outputs.revision(ANNAS);
        outputs.revision(ANNAS);
        outputs.revision(Messages.annas(1, SessionStatus.EARLY, true));

        assertThat(outputs.revisions().isGood()).isFalse();
        assertThat(outputs.revisions().inWords()).containsExactly("Of 4 revisions, 2 were emitted MORE THAN ONCE.");
    }

    @Test
    void the_plays_of_a_session_are_all_of_its_chunks() {
        outputs.revision(ANNAS);
        outputs.plays("annas/0", chunk("annas", 0, 10));
        outputs.plays("annas/1", chunk("annas", 1, 2));
        outputs.plays("annas/2", chunk("annas", 2, 1));
        outputs.plays("annas/2", null);

        PlaysCheck check = PlaysCheck.of(outputs.current(), outputs.plays());

        assertThat(check.isGood()).isTrue();
        assertThat(check.inWords()).containsExactly("All 12 plays belong to them.");
    }

    @Test
    void plays_that_are_missing_or_belong_to_no_session_are_differences() {
        outputs.revision(ANNAS);
        outputs.plays("annas/0", chunk("annas", 0, 11));
        outputs.plays("bens/0", chunk("bens", 0, 3));

        assertThat(PlaysCheck.of(outputs.current(), outputs.plays()).inWords())
                .containsExactly(
                        "NOT as the sessions say: of 14 plays, those of 2 sessions differ:",
                        "  The plays topic has 3 plays of bens, which is not a current session.",
                        "  anna at 2026-03-02T19:00:00Z: the session says 12 plays, but the plays topic has 11.");
    }

    @Test
    void dead_letters_count_for_the_topic_that_they_were_read_from() {
        outputs.deadLetter(letter("listening.playback"));
        outputs.deadLetter(letter("listening.playback"));
        outputs.deadLetter(letter("listening.kpis"));

        assertThat(outputs.deadLettersOf("listening.playback")).isEqualTo(2);
        assertThat(outputs.deadLettersOf("listening.sessions")).isZero();
    }

    private static DeadLetter letter(String topic) {
        return DeadLetter.newBuilder()
                .setReason(RejectionReason.UNREADABLE)
                .setTopic(topic)
                .setPartition(0)
                .setOffset(7)
                .build();
    }

    private static SessionPlays chunk(String session, int number, int plays) {
        Play play = Play.newBuilder()
                .setEventId("e")
                .setStartedAt(Messages.EVENING)
                .setEndedAt(Messages.EVENING.plus(Duration.ofMinutes(3)))
                .setPlayedMs(180_000)
                .setEndReason(EndReason.COMPLETED)
                .build();
        return SessionPlays.newBuilder()
                .setSessionId(session)
                .setUserId("anna")
                .setChunk(number)
                .setRevision(1)
                .setPlays(List.copyOf(Collections.nCopies(plays, play)))
                .build();
    }
}
