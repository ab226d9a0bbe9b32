package dev.segue.domain.signal.ad;

import dev.segue.domain.signal.now.Now;

/**
 * Holds while the listener skips: listeners who do not find what they want leave, and an ad is one more reason to.
 *
 * @param skips how many in a row, at least 1
 */
public record WhileSkipping(int skips) implements AdPolicy {

    @Override
    public String name() {
        return "while-skipping";
    }

    @Override
    public String objection(Now now) {
        if (now.skipStreak() < skips) {
            return null;
        }
        return now.skipStreak() == 1
                ? "The listener has skipped the last song."
                : "The listener has skipped the last " + now.skipStreak() + " songs.";
    }
}
