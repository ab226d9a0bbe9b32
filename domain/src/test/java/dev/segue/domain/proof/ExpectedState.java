package dev.segue.domain.proof;

import dev.segue.domain.clock.Clocks;
import dev.segue.domain.session.SessionRules;
import java.util.HashMap;
import java.util.Map;

/** What a trial expects, and what it has seen emitted; a crash resets it to the last checkpoint. */
final class ExpectedState {

    final ExpectedOutcomes expected;
    final Chronicle chronicle;
    long acceptance = Clocks.NOT_STARTED;
    long latestClosing = Clocks.NOT_STARTED;
    /** By listener: the time, on the closing clock, by which everything must be emitted; absent once it was. */
    final Map<String, Long> emittedBy = new HashMap<>();

    ExpectedState(SessionRules rules, Coverage coverage) {
        expected = new ExpectedOutcomes(rules);
        chronicle = new Chronicle(rules, coverage);
    }

    ExpectedState(ExpectedState other) {
        expected = new ExpectedOutcomes(other.expected);
        chronicle = new Chronicle(other.chronicle);
        acceptance = other.acceptance;
        latestClosing = other.latestClosing;
        emittedBy.putAll(other.emittedBy);
    }
}
