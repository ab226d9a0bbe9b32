package dev.segue.domain.listening;

import java.io.Serializable;

/**
 * The thresholds of the listening rules, all in milliseconds.
 *
 * @param quickSkipMs a skip with less played time is {@link SkipClass#QUICK}
 * @param earlySkipMs a skip with less played time, but not quick, is {@link SkipClass#EARLY}; from here on it is late
 * @param countedPlayMs a play with this much played time or more is counted
 * @param interruptionMs a silent interval this long or longer is an interruption, whatever began it
 * @param moodHalfLifeMs listened time after which earlier music has half the weight in the mood
 */
public record ListeningRules(
        long quickSkipMs, long earlySkipMs, long countedPlayMs, long interruptionMs, long moodHalfLifeMs)
        implements Serializable {

    /**
     * 5 s and 30 s: where skips cluster among a billion plays (P. Lamere, "The Skip", 2014). 30 s: the industry's
     * definition of a stream.
     */
    public static final ListeningRules DEFAULT = new ListeningRules(5_000, 30_000, 30_000, 60_000, 600_000);

    public ListeningRules {
        if (quickSkipMs < 0 || earlySkipMs < quickSkipMs) {
            throw new IllegalArgumentException(
                    "0 <= quickSkipMs <= earlySkipMs must hold, but they are " + quickSkipMs + " and " + earlySkipMs);
        }
        if (countedPlayMs < 0 || interruptionMs <= 0 || moodHalfLifeMs <= 0) {
            throw new IllegalArgumentException("countedPlayMs must not be negative, interruptionMs and moodHalfLifeMs"
                    + " must be positive, but they are " + countedPlayMs + ", " + interruptionMs + " and "
                    + moodHalfLifeMs);
        }
    }
}
