package dev.segue.app.demo;

import dev.segue.app.simulate.Sent;
import java.util.ArrayList;
import java.util.List;

/**
 * How a demo ended.
 *
 * @param whole whether it ran to its end; only then must the account be complete
 */
record Outcome(Sent sent, Seen seen, boolean whole) {

    /** Whether everything that was sent was read, and everything that was read is accounted for, on the topics too. */
    boolean addsUp() {
        Reckoning account = seen.account();
        return account.balances()
                && account.read() == sent.records()
                && account.late() == seen.late()
                && account.rejected() == seen.deadLetters();
    }

    /** The summary, line by line. */
    List<String> inWords() {
        Reckoning account = seen.account();
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add("The audience sent " + n(sent.records()) + " records: " + n(sent.news()) + " events, "
                + n(sent.repetitions()) + " of them again, " + n(sent.daysOld()) + " from days ago, and "
                + n(sent.unusable()) + " that are none.");
        lines.add("Segue read " + n(account.read()) + " = " + n(account.accepted()) + " accepted + "
                + n(account.duplicate()) + " duplicate + " + n(account.late()) + " late + " + n(account.rejected())
                + " rejected" + (whole ? "." : ", as of its last checkpoint."));
        lines.add("Sessions: " + n(seen.closed()) + " closed, " + n(seen.open()) + " still open; "
                + n(seen.corrected()) + " corrected, " + n(seen.superseded()) + " superseded; "
                + n(seen.revisions()) + " revisions.");
        if (whole) {
            lines.add(addsUp() ? "The account adds up." : whyNot());
        }
        return lines;
    }

    private String whyNot() {
        Reckoning account = seen.account();
        if (account.read() != sent.records()) {
            return "The account does NOT add up: " + n(sent.records()) + " records were sent, but " + n(account.read())
                    + " were read.";
        }
        if (!account.balances()) {
            return "The account does NOT add up: of " + n(account.read()) + " records read, "
                    + n(account.accepted() + account.duplicate() + account.late() + account.rejected())
                    + " are accounted for.";
        }
        return "The account does NOT add up: the late topic has " + n(seen.late()) + " records for "
                + n(account.late()) + " late events, the dead letters have " + n(seen.deadLetters()) + " for "
                + n(account.rejected()) + " rejected ones.";
    }

    private static String n(long number) {
        return Wording.number(number);
    }
}
