package dev.segue.domain.session;

import static java.util.Objects.requireNonNull;

import dev.segue.domain.listening.Interruptions;
import dev.segue.domain.listening.Mood;
import dev.segue.domain.listening.Run;
import dev.segue.domain.listening.Skips;
import dev.segue.domain.playback.Device;
import java.util.List;

/**
 * A session, as a pure function of the set of accepted events.
 *
 * @param startedAt start of its first activity
 * @param endedAt the latest end among its activities
 * @param country of its first activity that reports one, or null
 * @param timeZone of its first activity that reports one, or null
 * @param deviceType of its first activity that reports one; unknown when none does
 * @param part 0 for the first or only part of its chain, 1 for the next after a cut at the cap, ...
 * @param events how many accepted events belong to it
 * @param plays how many plays belong to it; a play belongs to the session in which it ends
 * @param countedPlays how many of them were played long enough to count
 * @param listenedMs length of the union of the intervals in which its tracks sounded
 * @param devices how many devices took part; unknown devices count as one
 * @param deviceChanges how many plays, in play order, are on another device than the one before
 * @param runCount how many runs it has
 * @param runs the first {@link #MOST_RUNS} of them, by start, then end, then the event id of the first play
 * @param longestRun songs of the longest run, over all runs; 0 when there is none
 * @param otherRuns runs of consecutive plays from one album or radio, found and ordered in the same way; only as many
 *     of the first as leave no more than {@link #MOST_RUNS} in both lists
 */
public record Session(
        SessionId id,
        String listener,
        long startedAt,
        long endedAt,
        String country,
        String timeZone,
        Device.Type deviceType,
        int part,
        int events,
        int plays,
        int countedPlays,
        Skips skips,
        long listenedMs,
        Interruptions interruptions,
        int devices,
        int deviceChanges,
        int runCount,
        List<Run> runs,
        int longestRun,
        List<Run> otherRuns,
        Mood mood) {

    /** Bounds the record of a session, whatever a listener does. */
    public static final int MOST_RUNS = Run.MOST_LISTED;

    public Session {
        requireNonNull(id, "id");
        requireNonNull(listener, "listener");
        requireNonNull(deviceType, "deviceType");
        requireNonNull(skips, "skips");
        requireNonNull(interruptions, "interruptions");
        requireNonNull(mood, "mood");
        runs = List.copyOf(runs);
        otherRuns = List.copyOf(otherRuns);
    }
}
