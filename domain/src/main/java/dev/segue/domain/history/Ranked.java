package dev.segue.domain.history;

import java.util.List;

/**
 * The artists, albums, tracks or devices of a listener. Of equal ones, the first heard comes first.
 *
 * @param different how many there are; at least so many if {@code uncounted} is not 0
 * @param unnamed plays of which the input does not say whose or what they are
 * @param uncounted plays of those beyond {@link HistoryWalk#MOST_TOLD_APART}, which are in no list
 * @param byPlayed the first {@link HistoryWalk#MOST_LISTED} by played time
 * @param byPlays the first by number of plays
 * @param mostSkipped the first by skip rate, among those with at least {@link HistoryWalk#LEAST_PLAYS} plays and a skip
 * @param leastSkipped the last by skip rate, among those with at least as many plays
 */
public record Ranked<T>(
        int different,
        long unnamed,
        long uncounted,
        List<Standing<T>> byPlayed,
        List<Standing<T>> byPlays,
        List<Standing<T>> mostSkipped,
        List<Standing<T>> leastSkipped) {

    public Ranked {
        byPlayed = List.copyOf(byPlayed);
        byPlays = List.copyOf(byPlays);
        mostSkipped = List.copyOf(mostSkipped);
        leastSkipped = List.copyOf(leastSkipped);
    }
}
