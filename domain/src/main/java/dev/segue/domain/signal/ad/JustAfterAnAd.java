package dev.segue.domain.signal.ad;

import dev.segue.domain.signal.now.Now;

/**
 * Holds for a while after an ad.
 *
 * @param pauseMs for how long, in milliseconds; exactly this long after one ad, the next may play
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
        return "An ad ended " + (now.asOf() - now.lastAdAt()) / SECOND + " s ago.";
    }
}
