package dev.segue.adapters.web.store;

import static java.util.Objects.requireNonNull;

import dev.segue.domain.listening.ListeningRules;
import dev.segue.domain.session.SessionRules;

/**
 * The rules by which the jobs judge listening, as in the configuration of the page.
 *
 * @param gapMs the longest idle gap inside one session, in milliseconds
 * @param judging how soon a skip counts as quick or early
 */
public record RulesOfListening(long gapMs, ListeningRules judging) {

    /** Used unless configured otherwise. */
    public static final RulesOfListening BY_DEFAULT =
            new RulesOfListening(SessionRules.DEFAULT.gapMs(), ListeningRules.DEFAULT);

    public RulesOfListening {
        requireNonNull(judging, "judging");
        if (gapMs <= 0) {
            throw new IllegalArgumentException("gapMs must be positive, but is " + gapMs);
        }
    }
}
