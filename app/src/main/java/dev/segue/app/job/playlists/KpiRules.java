package dev.segue.app.job.playlists;

import static java.util.Objects.requireNonNull;

import dev.segue.domain.kpi.FollowRule;

/**
 * What is followed, and how rows are told.
 *
 * @param emitEveryMs how often a row that goes on changing is told at most, by the wall clock
 * @param longestSessionMs how long a session can last: so long a row waits for sessions that it has not heard of
 */
public record KpiRules(FollowRule follow, long emitEveryMs, long longestSessionMs) {

    public KpiRules {
        requireNonNull(follow, "follow");
    }
}
