package dev.segue.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.app.recount.Messages;
import dev.segue.contracts.DeadLetter;
import dev.segue.contracts.RejectionReason;
import dev.segue.contracts.SessionStatus;
import dev.segue.demo.screen.Snapshot;
import dev.segue.domain.accounting.Health;
import dev.segue.domain.accounting.JobHealth;
import dev.segue.domain.accounting.Ledger;
import dev.segue.simulator.verification.Outputs;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TallyTest {

    private final Outputs outputs = new Outputs();
    private final Tally tally = new Tally(outputs);

    @Test
    void counts_every_session_as_it_is_now() {
        tally.revision(Messages.revision("a", "anna", 1, SessionStatus.EARLY, true));
        tally.revision(Messages.revision("b", "ben", 1, SessionStatus.EARLY, true));
        tally.revision(Messages.revision("c", "chloe", 1, SessionStatus.FINAL, false));
        tally.revision(Messages.revision("b", "ben", 2, SessionStatus.FINAL, false));
        tally.revision(Messages.revision("b", "ben", 3, SessionStatus.CORRECTED, true));
        tally.revision(Messages.revision("c", "chloe", 2, SessionStatus.SUPERSEDED, false));

        Snapshot snapshot = snapshot();
        assertThat(snapshot.revisions()).isEqualTo(6);
        assertThat(snapshot.open()).isEqualTo(2);
        assertThat(snapshot.closed()).isZero();
        assertThat(snapshot.corrected()).isEqualTo(1);
        assertThat(snapshot.superseded()).isEqualTo(1);
    }

    @Test
    void keeps_the_last_revision_of_what_is_current() {
        tally.revision(Messages.revision("a", "anna", 1, SessionStatus.EARLY, true));
        tally.revision(Messages.revision("a", "anna", 2, SessionStatus.FINAL, false));
        tally.revision(Messages.revision("b", "ben", 1, SessionStatus.FINAL, false));
        tally.revision(Messages.revision("b", "ben", 2, SessionStatus.SUPERSEDED, false));

        assertThat(outputs.current()).containsExactly(Messages.revision("a", "anna", 2, SessionStatus.FINAL, false));
    }

    @Test
    void lets_a_superseded_session_come_back() {
        tally.revision(Messages.revision("a", "anna", 1, SessionStatus.FINAL, false));
        tally.revision(Messages.revision("a", "anna", 2, SessionStatus.SUPERSEDED, false));
        tally.revision(Messages.revision("a", "anna", 3, SessionStatus.CORRECTED, false));

        assertThat(snapshot().closed()).isEqualTo(1);
        assertThat(snapshot().superseded()).isZero();
    }

    @Test
    void takes_the_health_of_a_job_from_its_reports() {
        tally.health(new Health("sessions", "intake", 0, 1, 7, new Ledger(30, 30, 0, 0, Map.of()), 50, 60, 3));

        assertThat(snapshot().sessionsJob()).isEqualTo(new JobHealth(new Ledger(30, 30, 0, 0, Map.of()), 50, 60, 3));
    }

    @Test
    void counts_what_was_rejected() {
        tally.lateEvent();
        tally.deadLetter(letter());
        tally.deadLetter(letter());

        assertThat(snapshot().late()).isEqualTo(1);
        assertThat(snapshot().deadLetters()).isEqualTo(2);
    }

    private static DeadLetter letter() {
        return DeadLetter.newBuilder()
                .setReason(RejectionReason.UNREADABLE)
                .setTopic("listening.playback")
                .setPartition(0)
                .setOffset(7)
                .build();
    }

    private Snapshot snapshot() {
        tally.batchEnded();
        return tally.snapshot();
    }
}
