package dev.segue.demo;

import dev.segue.demo.screen.Snapshot;
import dev.segue.demo.screen.Wording;
import dev.segue.simulator.audience.Sent;
import dev.segue.simulator.verification.Accounting;
import dev.segue.simulator.verification.Findings;
import java.util.ArrayList;
import java.util.List;

/**
 * How a demo ended.
 *
 * @param sent what the audience sent
 * @param snapshot what was on the output topics
 * @param script the plan; null for an audience without an end
 * @param findings on the final results; null when the demo was stopped before its end, so that they cannot be verified
 */
record Outcome(Sent sent, Snapshot snapshot, Script script, Findings findings) {

    /** Whether the demo was stopped, or everything is accounted for and as planned. */
    boolean isGood() {
        return findings == null || findings.areGood();
    }

    /** The summary, line by line. */
    List<String> inWords() {
        List<String> lines = new ArrayList<>();
        lines.add("");
        if (findings != null) {
            lines.addAll(script.plan().inWords());
        }
        lines.add(Accounting.inWords(sent));
        lines.add(Accounting.inWords(snapshot.ledger()) + (findings != null ? "." : ", as of its last checkpoint."));
        lines.add("Sessions: " + n(snapshot.closed()) + " closed, " + n(snapshot.open()) + " still open; "
                + n(snapshot.corrected()) + " corrected, " + n(snapshot.superseded()) + " superseded; "
                + n(snapshot.revisions()) + " revisions.");
        if (findings != null) {
            lines.addAll(findings.inWords());
        }
        return lines;
    }

    private static String n(long number) {
        return Wording.number(number);
    }
}
