package dev.segue.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.demo.screen.Snapshot;
import dev.segue.domain.accounting.JobHealth;
import dev.segue.domain.accounting.Ledger;
import dev.segue.domain.playback.RejectionReason;
import dev.segue.simulator.audience.Scenario;
import dev.segue.simulator.audience.Sent;
import dev.segue.simulator.verification.Findings;
import dev.segue.simulator.verification.RowCheck;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OutcomeTest {

    private static final Sent SENT = new Sent(24_930, 180, 27, 97);
    private static final Script SCRIPT = Script.of(new Scenario(1, 30, 0, 7_200_000, Set.of(), 4));
    private static final Findings AS_COUNTED = Findings.of(new RowCheck(1_204, List.of()));

    @Test
    void sums_up() {
        Outcome outcome = new Outcome(SENT, snapshot(24_930, 180, 27, 97), SCRIPT, AS_COUNTED);

        assertThat(outcome.isGood()).isTrue();
        assertThat(outcome.inWords())
                .containsSubsequence(
                        "No hazards.",
                        "The audience sent 25,234 records: 24,930 events, 180 repeated, 27 from days ago, and 97"
                                + " unusable.",
                        "Segue read 25,234 = 24,930 accepted + 180 duplicate + 27 late + 97 rejected.",
                        "Sessions: 641 closed, 102 still open; 1 corrected, 5 superseded; 3,957 revisions.",
                        "All 1,204 KPI rows match a recount of the sessions.");
    }

    @Test
    void is_not_good_when_a_finding_is_not() {
        Findings findings = Findings.of(new RowCheck(3, List.of("ALL, SE, DAY: plays 3.")));
        Outcome outcome = new Outcome(SENT, snapshot(24_930, 180, 27, 97), SCRIPT, findings);

        assertThat(outcome.isGood()).isFalse();
        assertThat(outcome.inWords())
                .endsWith(
                        "NOT as counted: of 3 KPI rows, 1 differ from a recount of the sessions:",
                        "  ALL, SE, DAY: plays 3.");
    }

    @Test
    void does_not_judge_what_was_broken_off() {
        Outcome outcome = new Outcome(SENT, snapshot(19_708, 180, 15, 97), SCRIPT, null);

        assertThat(outcome.isGood()).isTrue();
        assertThat(outcome.inWords())
                .contains("Segue read 20,000 = 19,708 accepted + 180 duplicate + 15 late + 97 rejected, as of its last"
                        + " checkpoint.")
                .noneMatch(line -> line.contains("add") || line.contains("plan"));
    }

    private static Snapshot snapshot(long accepted, long duplicate, long late, long rejected) {
        Ledger ledger = new Ledger(
                accepted + duplicate + late + rejected,
                accepted,
                duplicate,
                late,
                Map.of(RejectionReason.UNREADABLE, rejected));
        Map<String, JobHealth> jobs = Map.of("sessions", new JobHealth(ledger, 0, 0, 3));
        return new Snapshot(3_957, 102, 641, 1, 5, late, rejected, jobs, List.of(), List.of());
    }
}
