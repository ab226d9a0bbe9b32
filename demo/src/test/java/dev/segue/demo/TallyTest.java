package dev.segue.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.app.recount.Messages;
import dev.segue.contracts.SessionStatus;
import dev.segue.demo.screen.JobLedger;
import dev.segue.demo.screen.Snapshot;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TallyTest {

    private static final Map<String, Long> NONE = Map.of();

    private final Tally tally = new Tally(true);

    @Test
    void counts_every_session_as_it_is_now() {
        tally.revision(Messages.revision("a", "anna", 1, SessionStatus.EARLY, true));
        tally.revision(Messages.revision("b", "ben", 1, SessionStatus.EARLY, true));
        tally.revision(Messages.revision("c", "chloe", 1, SessionStatus.FINAL, false));
        tally.revision(Messages.revision("b", "ben", 2, SessionStatus.FINAL, false));
        tally.revision(Messages.revision("b", "ben", 3, SessionStatus.CORRECTED, true));
        tally.revision(Messages.revision("c", "chloe", 2, SessionStatus.SUPERSEDED, false));

        Snapshot snapshot = tally.snapshot();
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

        assertThat(tally.current()).containsExactly(Messages.revision("a", "anna", 2, SessionStatus.FINAL, false));
    }

    @Test
    void lets_a_superseded_session_come_back() {
        tally.revision(Messages.revision("a", "anna", 1, SessionStatus.FINAL, false));
        tally.revision(Messages.revision("a", "anna", 2, SessionStatus.SUPERSEDED, false));
        tally.revision(Messages.revision("a", "anna", 3, SessionStatus.CORRECTED, false));

        assertThat(tally.snapshot().closed()).isEqualTo(1);
        assertThat(tally.snapshot().superseded()).isZero();
    }

    @Test
    void adds_up_the_reports_of_one_checkpoint_once_all_parts_have_reported() {
        tally.health(Messages.health("intake", 0, 1, 10, 0, Map.of("UNREADABLE", 2L)));
        tally.health(Messages.health("sessions", 0, 1, 0, 8, NONE));
        tally.health(Messages.health("intake", 0, 2, 30, 0, Map.of("UNREADABLE", 2L)));

        assertThat(tally.snapshot().ledger().read()).isEqualTo(10);
        assertThat(tally.snapshot().ledger().balances()).isTrue();

        tally.health(Messages.health("sessions", 0, 2, 0, 28, NONE));

        JobLedger ledger = tally.snapshot().ledger();
        assertThat(ledger.read()).isEqualTo(30);
        assertThat(ledger.accepted()).isEqualTo(28);
        assertThat(ledger.rejected()).isEqualTo(2);
        assertThat(tally.snapshot().lagMs()).isEqualTo(3);
    }

    @Test
    void takes_the_clock_that_is_furthest_behind() {
        tally.health(Messages.health("sessions", 0, 1, 0, 0, NONE));
        tally.health(Messages.health("sessions", 1, 1, 0, 0, NONE));

        assertThat(tally.snapshot().ledger().acceptanceClock())
                .isEqualTo(Messages.health("sessions", 0, 1, 0, 0, NONE)
                        .getAcceptanceClock()
                        .toEpochMilli());
    }

    @Test
    void counts_what_was_rejected() {
        tally.lateEvent();
        tally.deadLetter();
        tally.deadLetter();

        assertThat(tally.snapshot().late()).isEqualTo(1);
        assertThat(tally.snapshot().deadLetters()).isEqualTo(2);
    }
}
