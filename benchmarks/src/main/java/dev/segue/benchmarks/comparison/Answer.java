package dev.segue.benchmarks.comparison;

import java.util.Set;

/**
 * One session as a sessionizer finally emitted it.
 *
 * @param startedAt in epoch milliseconds, like all times here
 * @param plays the event ids of its plays; may be empty
 * @param firstAt when it was first emitted as ended, with whatever content; by the clock of arrival
 * @param stoodAt when it changed for the last time; by the clock of arrival
 */
record Answer(String listener, long startedAt, long endedAt, Set<String> plays, long firstAt, long stoodAt) {
    Answer {
        plays = Set.copyOf(plays);
    }
}
