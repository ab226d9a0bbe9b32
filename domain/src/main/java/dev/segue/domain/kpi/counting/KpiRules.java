package dev.segue.domain.kpi.counting;

import static java.util.Objects.requireNonNull;

import dev.segue.domain.session.SessionRules;
import java.io.Serializable;

/**
 * What is followed, and how rows are emitted.
 *
 * @param emitEveryMs how often a row that keeps changing is emitted at most, by the wall clock, in milliseconds; 0 for at
 *     every change
 * @param longestSessionMs how long a session can last, in milliseconds: so long a row waits for sessions that it has not
 *     seen yet; positive
 */
public record KpiRules(FollowRule follow, long emitEveryMs, long longestSessionMs) implements Serializable {

    public static final KpiRules DEFAULT =
            new KpiRules(FollowRule.DEFAULT, 5_000, SessionRules.DEFAULT.capMs() + SessionRules.DEFAULT.maxPlayMs());

    public KpiRules {
        requireNonNull(follow, "follow");
        if (emitEveryMs < 0) {
            throw new IllegalArgumentException("emitEveryMs must not be negative, but is " + emitEveryMs);
        }
        if (longestSessionMs <= 0) {
            throw new IllegalArgumentException("longestSessionMs must be positive, but is " + longestSessionMs);
        }
    }
}
