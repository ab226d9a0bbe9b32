package dev.segue.adapters.web.store;

import static java.util.Objects.requireNonNull;

import dev.segue.domain.listening.ListeningRules;
import dev.segue.domain.session.SessionRules;

/**
 * The rules by which the jobs judge listening, as the page's own configuration has them.
 *
 * @param gapMs the longest idle gap inside one session, in milliseconds
 * @param judging how soon a skip is quick or early
 */
public record RulesOfListening(long gapMs, ListeningRules judging) {

    /** Where nothing else is configured. */
    public static final RulesOfListening BY_DEFAULT =
            new RulesOfListening(SessionRules.DEFAULT.gapMs(), ListeningRules.DEFAULT);

    public RulesOfListening {
        requireNonNull(judging, "judging");
        if (gapMs <= 0) {
            throw new IllegalArgumentException("gapMs must be positive, but is " + gapMs);
        }
    }
}
