package dev.segue.demo;

import dev.segue.demo.screen.JobLedger;
import dev.segue.demo.screen.Snapshot;
import dev.segue.demo.screen.Wording;
import dev.segue.demo.verification.Findings;
import dev.segue.demo.verification.IncidentCheck;
import dev.segue.demo.verification.RowCheck;
import dev.segue.demo.verification.Verification;
import dev.segue.simulator.Sent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How a demo ended.
 *
 * @param sent what the audience sent
 * @param snapshot what was on the output topics
 * @param script the plan; null for an audience without an end
 * @param findings on the final results; null when the demo was stopped before its end, so that they cannot be verified
 */
record Outcome(Sent sent, Snapshot snapshot, Script script, Findings findings) {

    private static final int MOST_DIFFERENCES = 20;

    /** Whether the demo was stopped, or everything is accounted for and as planned. */
    boolean isGood() {
        return findings == null || (addsUp() && findings.areGood());
    }

    /** The summary, line by line. */
    List<String> inWords() {
        JobLedger ledger = snapshot.ledger();
        List<String> lines = new ArrayList<>();
        lines.add("");
        if (findings != null) {
            lines.addAll(script.plan().inWords());
        }
        lines.add("The audience sent " + n(sent.records()) + " records: " + n(sent.originals()) + " events, "
                + n(sent.repetitions()) + " repeated, " + n(sent.daysOld()) + " from days ago, and "
                + n(sent.unusable()) + " unusable.");
        lines.add("Segue read " + n(ledger.read()) + " = " + n(ledger.accepted()) + " accepted + "
                + n(ledger.duplicate()) + " duplicate + " + n(ledger.late()) + " late + " + n(ledger.rejected())
                + " rejected" + (findings != null ? "." : ", as of its last checkpoint."));
        lines.add("Sessions: " + n(snapshot.closed()) + " closed, " + n(snapshot.open()) + " still open; "
                + n(snapshot.corrected()) + " corrected, " + n(snapshot.superseded()) + " superseded; "
                + n(snapshot.revisions()) + " revisions.");
        if (findings != null) {
            lines.add(addsUp() ? "The accounting of every job adds up." : whyNot());
            lines.addAll(againstThePlan());
            lines.addAll(rowsInWords());
            lines.addAll(incidentsInWords());
        }
        return lines;
    }

    /** Whether everything sent was read and became what it had to, on the output topics too. */
    private boolean addsUp() {
        JobLedger ledger = snapshot.ledger();
        return snapshot.ledgers().values().stream().allMatch(JobLedger::balances)
                && ledger.read() == sent.records()
                && ledger.accepted() == sent.originals()
                && ledger.duplicate() == sent.repetitions()
                && ledger.late() == sent.daysOld()
                && ledger.late() == snapshot.late()
                && ledger.rejected() == snapshot.deadLetters();
    }

    private List<String> againstThePlan() {
        Verification sessions = findings.sessions();
        if (sessions.isAsPlanned()) {
            return List.of("All " + n(sessions.agreeing()) + " sessions are as planned.");
        }
        List<String> differences = sessions.differences();
        List<String> lines = new ArrayList<>();
        lines.add("NOT as planned: " + n(sessions.agreeing()) + " of "
                + n(script.plan().sessions())
                + " sessions match, but there "
                + (differences.size() == 1 ? "is 1 difference" : "are " + n(differences.size()) + " differences")
                + ":");
        lines.addAll(listed(differences));
        return lines;
    }

    private List<String> rowsInWords() {
        RowCheck rows = findings.rows();
        if (rows.isAsCounted()) {
            return List.of("All " + n(rows.rows()) + " KPI rows match a recount of the sessions.");
        }
        List<String> lines = new ArrayList<>();
        lines.add("NOT as counted: of " + n(rows.rows()) + " KPI rows, "
                + n(rows.differences().size()) + " differ from a recount of the sessions:");
        lines.addAll(listed(rows.differences()));
        return lines;
    }

    private List<String> incidentsInWords() {
        IncidentCheck incidents = findings.incidents();
        List<String> lines = new ArrayList<>();
        lines.add(incidents.sentences().isEmpty() ? "There was no incident." : "Incidents:");
        lines.addAll(listed(incidents.sentences()));
        if (incidents.isAsStaged()) {
            lines.add("This is as staged.");
        } else {
            lines.add("NOT as staged:");
            lines.addAll(listed(incidents.differences()));
        }
        return lines;
    }

    private static List<String> listed(List<String> sentences) {
        List<String> lines = new ArrayList<>();
        sentences.stream().limit(MOST_DIFFERENCES).forEach(each -> lines.add("  " + each));
        if (sentences.size() > MOST_DIFFERENCES) {
            lines.add("  and " + n(sentences.size() - MOST_DIFFERENCES) + " more");
        }
        return lines;
    }

    private String whyNot() {
        JobLedger ledger = snapshot.ledger();
        String verdict = "The accounting does NOT add up: ";
        if (ledger.read() != sent.records()) {
            return verdict + n(sent.records()) + " records were sent, but " + n(ledger.read()) + " were read.";
        }
        for (Map.Entry<String, JobLedger> job : new TreeMap<>(snapshot.ledgers()).entrySet()) {
            JobLedger of = job.getValue();
            if (!of.balances()) {
                return verdict + "of " + n(of.read()) + " records that " + job.getKey() + " has read, "
                        + n(of.accepted() + of.duplicate() + of.late() + of.rejected()) + " are accounted for.";
            }
        }
        if (ledger.late() != snapshot.late() || ledger.rejected() != snapshot.deadLetters()) {
            return verdict + "the late topic has " + n(snapshot.late()) + " records for " + n(ledger.late())
                    + " late events, the dead-letter topic has " + n(snapshot.deadLetters()) + " for "
                    + n(ledger.rejected()) + " rejected records.";
        }
        return verdict + "expected " + n(sent.originals()) + " accepted + " + n(sent.repetitions()) + " duplicate + "
                + n(sent.daysOld()) + " late + " + n(sent.unusable()) + " rejected.";
    }

    private static String n(long number) {
        return Wording.number(number);
    }
}
