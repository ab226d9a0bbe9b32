package dev.segue.benchmarks.comparison;

import java.util.Set;

/**
 * One session as a sessionizer tells it in the end.
 *
 * @param startedAt in epoch milliseconds, as all times here
 * @param plays the event ids of its plays; may be empty
 * @param firstAt when it was first told as ended, whatever it said then; by the clock of arrival
 * @param stoodAt from when on it never changed any more; by the clock of arrival
 */
record Answer(String listener, long startedAt, long endedAt, Set<String> plays, long firstAt, long stoodAt) {
    Answer {
        plays = Set.copyOf(plays);
    }
}
