package dev.segue.benchmarks.comparison;

import java.util.Set;

/**
 * A session that the simulator planned, and a sessionizer must find.
 *
 * @param startedAt in epoch milliseconds, like {@code endedAt}
 * @param plays the event ids of its plays; at least one
 */
record Planned(String listener, long startedAt, long endedAt, Set<String> plays) {
    Planned {
        plays = Set.copyOf(plays);
        if (plays.isEmpty()) {
            throw new IllegalArgumentException("a planned session needs plays to be recognised by");
        }
    }
}
