package dev.segue.domain.kpi.counting;

import static java.util.Objects.requireNonNull;

import dev.segue.domain.rules.StateRules;
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

    /** 2: rows tell listeners apart by fingerprints. */
    private static final String ROWS = "2";

    public KpiRules {
        requireNonNull(follow, "follow");
        if (emitEveryMs < 0) {
            throw new IllegalArgumentException("emitEveryMs must not be negative, but is " + emitEveryMs);
        }
        if (longestSessionMs <= 0) {
            throw new IllegalArgumentException("longestSessionMs must be positive, but is " + longestSessionMs);
        }
    }

    /** The rules of the state: they decide in which rows something was counted, and when rows were settled. */
    public StateRules ofState() {
        return new StateRules()
                .withIds("kpis.follow", follow.only())
                .with("kpis.max-subjects", follow.mostSubjects())
                .withLength("kpis.max-session", longestSessionMs)
                .with("the version of Segue's KPI rows", ROWS, "1");
    }
}
