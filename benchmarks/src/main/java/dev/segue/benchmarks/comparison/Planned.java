package dev.segue.benchmarks.comparison;

import java.util.Set;

/**
 * A session that must come out.
 *
 * @param startedAt in epoch milliseconds, as {@code endedAt}
 * @param plays the event ids of its plays; at least one
 */
record Planned(String listener, long startedAt, long endedAt, Set<String> plays) {
    Planned {
        plays = Set.copyOf(plays);
        if (plays.isEmpty()) {
            throw new IllegalArgumentException("a session without plays cannot be recognised by them");
        }
    }
}
