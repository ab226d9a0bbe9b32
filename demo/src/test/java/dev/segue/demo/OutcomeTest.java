package dev.segue.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.demo.screen.JobLedger;
import dev.segue.demo.screen.Snapshot;
import dev.segue.demo.verification.Findings;
import dev.segue.demo.verification.IncidentCheck;
import dev.segue.demo.verification.RowCheck;
import dev.segue.demo.verification.Verification;
import dev.segue.simulator.Sent;
import dev.segue.simulator.audience.Scenario;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OutcomeTest {

    private static final Sent SENT = new Sent(24_930, 180, 27, 97);
    private static final JobLedger AS_SENT = new JobLedger(25_234, 24_930, 180, 27, 97, 0);
    private static final Script SCRIPT = Script.of(new Scenario(1, 30, 0, 7_200_000, Set.of(), 4));
    private static final RowCheck AS_COUNTED = new RowCheck(1_204, List.of());
    private static final IncidentCheck NO_INCIDENT = new IncidentCheck(List.of(), List.of());
    private static final Findings AS_PLANNED =
            new Findings(new Verification(SCRIPT.sessions().size(), List.of()), AS_COUNTED, NO_INCIDENT);

    @Test
    void sums_up() {
        Outcome outcome = new Outcome(SENT, snapshot(AS_SENT, 27, 97), SCRIPT, AS_PLANNED);

        assertThat(outcome.isGood()).isTrue();
        assertThat(outcome.inWords())
                .containsSubsequence(
                        "No hazards.",
                        "The audience sent 25,234 records: 24,930 events, 180 repeated, 27 from days ago, and 97"
                                + " unusable.",
                        "Segue read 25,234 = 24,930 accepted + 180 duplicate + 27 late + 97 rejected.",
                        "Sessions: 641 closed, 102 still open; 1 corrected, 5 superseded; 3,957 revisions.",
                        "The accounting of every job adds up.",
                        "All " + SCRIPT.sessions().size() + " sessions are as planned.",
                        "All 1,204 KPI rows match a recount of the sessions.",
                        "There was no incident.",
                        "This is as staged.");
    }

    @Test
    void notices_what_was_not_read() {
        assertThatItSays(
                snapshot(new JobLedger(25_233, 24_929, 180, 27, 97, 0), 27, 97),
                "The accounting does NOT add up: 25,234 records were sent, but 25,233 were read.");
    }

    @Test
    void notices_what_is_unaccounted_for() {
        assertThatItSays(
                snapshot(new JobLedger(25_234, 24_929, 180, 27, 97, 0), 27, 97),
                "The accounting does NOT add up: of 25,234 records that sessions has read, 25,233 are accounted for.");
    }

    @Test
    void notices_what_is_unaccounted_for_in_any_job() {
        Map<String, JobLedger> ledgers = Map.of("sessions", AS_SENT, "alerts", new JobLedger(7, 0, 0, 0, 1, 0));
        assertThatItSays(
                new Snapshot(3_957, 102, 641, 1, 5, 27, 97, ledgers, 3, List.of(), List.of()),
                "The accounting does NOT add up: of 7 records that alerts has read, 1 are accounted for.");
    }

    @Test
    void notices_what_is_not_on_the_topics() {
        assertThatItSays(
                snapshot(AS_SENT, 26, 97),
                "The accounting does NOT add up: the late topic has 26 records for 27 late events, the dead-letter"
                        + " topic has 97 for 97 rejected records.");
    }

    @Test
    void notices_what_became_of_a_record_that_should_have_become_another() {
        assertThatItSays(
                snapshot(new JobLedger(25_234, 24_931, 179, 27, 97, 0), 27, 97),
                "The accounting does NOT add up: expected 24,930 accepted + 180 duplicate + 27 late + 97 rejected.");
    }

    @Test
    void shows_what_is_not_as_planned_and_is_not_good() {
        List<String> differences =
                IntStream.range(0, 22).mapToObj(i -> "difference " + i).toList();
        Outcome outcome =
                new Outcome(SENT, snapshot(AS_SENT, 27, 97), SCRIPT, findings(new Verification(7, differences)));

        assertThat(outcome.isGood()).isFalse();
        assertThat(outcome.inWords())
                .contains("NOT as planned: 7 of " + SCRIPT.sessions().size()
                        + " sessions match, but there are 22 differences:")
                .containsSubsequence("  difference 19", "  and 2 more");
    }

    @Test
    void shows_which_rows_are_not_as_counted() {
        Findings findings =
                new Findings(AS_PLANNED.sessions(), new RowCheck(3, List.of("ALL, SE, DAY: plays 3.")), NO_INCIDENT);
        Outcome outcome = new Outcome(SENT, snapshot(AS_SENT, 27, 97), SCRIPT, findings);

        assertThat(outcome.isGood()).isFalse();
        assertThat(outcome.inWords())
                .containsSubsequence(
                        "NOT as counted: of 3 KPI rows, 1 differ from a recount of the sessions:",
                        "  ALL, SE, DAY: plays 3.");
    }

    @Test
    void shows_an_incident_that_nobody_staged() {
        IncidentCheck check =
                new IncidentCheck(List.of("OPEN: it is quiet."), List.of("This was not staged: it is quiet."));
        Outcome outcome = new Outcome(
                SENT, snapshot(AS_SENT, 27, 97), SCRIPT, new Findings(AS_PLANNED.sessions(), AS_COUNTED, check));

        assertThat(outcome.isGood()).isFalse();
        assertThat(outcome.inWords())
                .endsWith(
                        "Incidents:", "  OPEN: it is quiet.", "NOT as staged:", "  This was not staged: it is quiet.");
    }

    private static Findings findings(Verification sessions) {
        return new Findings(sessions, AS_COUNTED, NO_INCIDENT);
    }

    @Test
    void does_not_judge_what_was_broken_off() {
        Outcome outcome =
                new Outcome(SENT, snapshot(new JobLedger(20_000, 19_708, 180, 15, 97, 0), 15, 97), SCRIPT, null);

        assertThat(outcome.isGood()).isTrue();
        assertThat(outcome.inWords())
                .contains("Segue read 20,000 = 19,708 accepted + 180 duplicate + 15 late + 97 rejected, as of its last"
                        + " checkpoint.")
                .noneMatch(line -> line.contains("add") || line.contains("plan"));
    }

    private static void assertThatItSays(Snapshot snapshot, String verdict) {
        Outcome outcome = new Outcome(SENT, snapshot, SCRIPT, AS_PLANNED);

        assertThat(outcome.isGood()).isFalse();
        assertThat(outcome.inWords()).contains(verdict);
    }

    private static Snapshot snapshot(JobLedger ledger, long late, long deadLetters) {
        return new Snapshot(
                3_957, 102, 641, 1, 5, late, deadLetters, Map.of("sessions", ledger), 3, List.of(), List.of());
    }
}
