package dev.segue.simulator.audience;

import java.util.List;

/**
 * One sitting as the simulator staged it: what must be told of it in the end. It follows from what the listener was made
 * to do, not from looking at events.
 *
 * @param startedAt as far as anyone can know: by the listener's clock, set right where the client lets us; in epoch
 *     milliseconds, as {@code endedAt}
 * @param country null when no event tells one, as {@code timeZone}
 * @param part 0, or the number of a bot's later days
 * @param events how many events it is told by
 * @param plays how many tracks ended in it
 * @param countedPlays how many of them sounded for half a minute or longer
 * @param quickSkips left within 5 s
 * @param earlySkips left from 5 s on, within 30 s
 * @param lateSkips left from 30 s on
 * @param listenedMs for how long music sounded, on whatever device
 * @param devices how many devices told of it
 * @param runs playlists that were followed, in the order in which they were begun; at most 200
 */
public record PlannedSession(
        String listener,
        long startedAt,
        long endedAt,
        String country,
        String timeZone,
        int part,
        int events,
        int plays,
        int countedPlays,
        int quickSkips,
        int earlySkips,
        int lateSkips,
        long listenedMs,
        int devices,
        List<Run> runs) {

    public PlannedSession {
        runs = List.copyOf(runs);
    }

    /**
     * Songs in a row from one playlist on one device.
     *
     * @param edition null when the playlist has none
     */
    public record Run(String playlist, String edition, int songs) {}
}
