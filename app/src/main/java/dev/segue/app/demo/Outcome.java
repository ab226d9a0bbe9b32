package dev.segue.app.demo;

import dev.segue.app.simulate.Sent;
import java.util.ArrayList;
import java.util.List;

/**
 * How a demo ended.
 *
 * @param sent what the audience sent
 * @param seen what the output topics told
 * @param script what was planned; null for an audience without an end
 * @param verification of what stands; null when the demo was stopped before its end, and nothing can be held against it
 */
record Outcome(Sent sent, Seen seen, Script script, Verification verification) {

    private static final int MOST_DIFFERENCES = 20;

    /** Whether it may be called good: either it was stopped, or everything is accounted for and as planned. */
    boolean isGood() {
        return verification == null || (addsUp() && verification.isAsPlanned());
    }

    /** The summary, line by line. */
    List<String> inWords() {
        Reckoning account = seen.account();
        List<String> lines = new ArrayList<>();
        lines.add("");
        if (verification != null) {
            lines.addAll(script.plan().inWords());
        }
        lines.add("The audience sent " + n(sent.records()) + " records: " + n(sent.news()) + " events, "
                + n(sent.repetitions()) + " of them again, " + n(sent.daysOld()) + " from days ago, and "
                + n(sent.unusable()) + " of which nothing can be made.");
        lines.add("Segue read " + n(account.read()) + " = " + n(account.accepted()) + " accepted + "
                + n(account.duplicate()) + " duplicate + " + n(account.late()) + " late + " + n(account.rejected())
                + " rejected" + (verification != null ? "." : ", as of its last checkpoint."));
        lines.add("Sessions: " + n(seen.closed()) + " closed, " + n(seen.open()) + " still open; "
                + n(seen.corrected()) + " corrected, " + n(seen.superseded()) + " superseded; "
                + n(seen.revisions()) + " revisions.");
        if (verification != null) {
            lines.add(addsUp() ? "The account adds up." : whyNot());
            lines.addAll(againstThePlan());
        }
        return lines;
    }

    /** Whether everything that was sent was read, and became what it had to become, on the topics too. */
    private boolean addsUp() {
        Reckoning account = seen.account();
        return account.balances()
                && account.read() == sent.records()
                && account.accepted() == sent.news()
                && account.duplicate() == sent.repetitions()
                && account.late() == sent.daysOld()
                && account.late() == seen.late()
                && account.rejected() == seen.deadLetters();
    }

    private List<String> againstThePlan() {
        if (verification.isAsPlanned()) {
            return List.of("All " + n(verification.agreeing()) + " sessions are as planned.");
        }
        List<String> differences = verification.differences();
        List<String> lines = new ArrayList<>();
        lines.add("NOT as planned: " + n(verification.agreeing()) + " sessions of "
                + n(script.plan().sessions())
                + " are, but there "
                + (differences.size() == 1 ? "is 1 difference" : "are " + n(differences.size()) + " differences")
                + ":");
        differences.stream().limit(MOST_DIFFERENCES).forEach(each -> lines.add("  " + each));
        if (differences.size() > MOST_DIFFERENCES) {
            lines.add("  and " + n(differences.size() - MOST_DIFFERENCES) + " more");
        }
        return lines;
    }

    private String whyNot() {
        Reckoning account = seen.account();
        String verdict = "The account does NOT add up: ";
        if (account.read() != sent.records()) {
            return verdict + n(sent.records()) + " records were sent, but " + n(account.read()) + " were read.";
        }
        if (!account.balances()) {
            return verdict + "of " + n(account.read()) + " records read, "
                    + n(account.accepted() + account.duplicate() + account.late() + account.rejected())
                    + " are accounted for.";
        }
        if (account.late() != seen.late() || account.rejected() != seen.deadLetters()) {
            return verdict + "the late topic has " + n(seen.late()) + " records for " + n(account.late())
                    + " late events, the dead letters have " + n(seen.deadLetters()) + " for "
                    + n(account.rejected()) + " rejected ones.";
        }
        return verdict + "it should be " + n(sent.news()) + " accepted + " + n(sent.repetitions()) + " duplicate + "
                + n(sent.daysOld()) + " late + " + n(sent.unusable()) + " rejected.";
    }

    private static String n(long number) {
        return Wording.number(number);
    }
}
