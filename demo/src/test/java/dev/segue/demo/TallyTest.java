package dev.segue.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.app.recount.Messages;
import dev.segue.contracts.SessionStatus;
import dev.segue.demo.screen.Reckoning;
import dev.segue.demo.screen.Seen;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TallyTest {

    private static final Map<String, Long> NONE = Map.of();

    private final Tally tally = new Tally(true);

    @Test
    void countsEverySessionAsItStands() {
        tally.revision(Messages.revision("a", "anna", 1, SessionStatus.EARLY, true));
        tally.revision(Messages.revision("b", "ben", 1, SessionStatus.EARLY, true));
        tally.revision(Messages.revision("c", "chloe", 1, SessionStatus.FINAL, false));
        tally.revision(Messages.revision("b", "ben", 2, SessionStatus.FINAL, false));
        tally.revision(Messages.revision("b", "ben", 3, SessionStatus.CORRECTED, true));
        tally.revision(Messages.revision("c", "chloe", 2, SessionStatus.SUPERSEDED, false));

        Seen seen = tally.seen();
        assertThat(seen.revisions()).isEqualTo(6);
        assertThat(seen.open()).isEqualTo(2);
        assertThat(seen.closed()).isZero();
        assertThat(seen.corrected()).isEqualTo(1);
        assertThat(seen.superseded()).isEqualTo(1);
    }

    @Test
    void keepsTheLastRevisionOfWhatStands() {
        tally.revision(Messages.revision("a", "anna", 1, SessionStatus.EARLY, true));
        tally.revision(Messages.revision("a", "anna", 2, SessionStatus.FINAL, false));
        tally.revision(Messages.revision("b", "ben", 1, SessionStatus.FINAL, false));
        tally.revision(Messages.revision("b", "ben", 2, SessionStatus.SUPERSEDED, false));

        assertThat(tally.standing()).containsExactly(Messages.revision("a", "anna", 2, SessionStatus.FINAL, false));
    }

    @Test
    void letsASupersededSessionComeBack() {
        tally.revision(Messages.revision("a", "anna", 1, SessionStatus.FINAL, false));
        tally.revision(Messages.revision("a", "anna", 2, SessionStatus.SUPERSEDED, false));
        tally.revision(Messages.revision("a", "anna", 3, SessionStatus.CORRECTED, false));

        assertThat(tally.seen().closed()).isEqualTo(1);
        assertThat(tally.seen().superseded()).isZero();
    }

    @Test
    void addsUpTheReportsOfOneCheckpointOnceAllPartsHaveReported() {
        tally.health(Messages.health("intake", 0, 1, 10, 0, Map.of("UNREADABLE", 2L)));
        tally.health(Messages.health("sessions", 0, 1, 0, 8, NONE));
        tally.health(Messages.health("intake", 0, 2, 30, 0, Map.of("UNREADABLE", 2L)));

        assertThat(tally.seen().account().read()).isEqualTo(10);
        assertThat(tally.seen().account().balances()).isTrue();

        tally.health(Messages.health("sessions", 0, 2, 0, 28, NONE));

        Reckoning account = tally.seen().account();
        assertThat(account.read()).isEqualTo(30);
        assertThat(account.accepted()).isEqualTo(28);
        assertThat(account.rejected()).isEqualTo(2);
        assertThat(tally.seen().lagMs()).isEqualTo(3);
    }

    @Test
    void takesTheClockThatIsFurthestBehind() {
        tally.health(Messages.health("sessions", 0, 1, 0, 0, NONE));
        tally.health(Messages.health("sessions", 1, 1, 0, 0, NONE));

        assertThat(tally.seen().account().acceptanceClock())
                .isEqualTo(Messages.health("sessions", 0, 1, 0, 0, NONE)
                        .getAcceptanceClock()
                        .toEpochMilli());
    }

    @Test
    void countsWhatWasSetAside() {
        tally.lateEvent();
        tally.deadLetter();
        tally.deadLetter();

        assertThat(tally.seen().late()).isEqualTo(1);
        assertThat(tally.seen().deadLetters()).isEqualTo(2);
    }
}
