package dev.segue.domain.signal.ad;

import dev.segue.domain.signal.now.Now;

/**
 * Holds for a while after an ad.
 *
 * @param pauseMs how long, in milliseconds; exactly so long after one, the next may come
 */
public record JustAfterAnAd(long pauseMs) implements AdPolicy {

    private static final long SECOND = 1_000;

    @Override
    public String name() {
        return "just-after-an-ad";
    }

    @Override
    public String objection(Now now) {
        if (now.lastAdAt() == null || now.asOf() - now.lastAdAt() >= pauseMs) {
            return null;
        }
        return "An ad ended " + (now.asOf() - now.lastAdAt()) / SECOND + " s before.";
    }
}
