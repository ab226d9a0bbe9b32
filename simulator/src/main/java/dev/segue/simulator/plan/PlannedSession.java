package dev.segue.simulator.plan;

import java.util.List;

/**
 * The session that must result from one sitting. It follows from what the listener was made to do, not from events.
 *
 * @param startedAt as far as it can be known: by the listener's clock, corrected where the client reveals its error; in
 *     epoch milliseconds, like {@code endedAt}
 * @param country null when no event has one, like {@code timeZone}
 * @param part 0, or the number of a bot's later days
 * @param events the number of its events
 * @param plays how many tracks ended in it
 * @param countedPlays how many of them played for half a minute or longer
 * @param quickSkips left within 5 s
 * @param earlySkips left from 5 s on, within 30 s
 * @param lateSkips left from 30 s on
 * @param listenedMs how long music played, on any device
 * @param devices how many devices reported its events
 * @param runs the runs in playlists, in the order they began; at most 200
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

    /** This session, of a listener who is called {@code name}. */
    public PlannedSession ofListener(String name) {
        return new PlannedSession(
                name,
                startedAt,
                endedAt,
                country,
                timeZone,
                part,
                events,
                plays,
                countedPlays,
                quickSkips,
                earlySkips,
                lateSkips,
                listenedMs,
                devices,
                runs);
    }

    /**
     * Consecutive songs from one playlist on one device.
     *
     * @param edition null when the playlist has none
     */
    public record Run(String playlist, String edition, int songs) {}
}
