package dev.segue.domain.signal.now;

import static java.util.Objects.requireNonNull;

import dev.segue.domain.listening.Mood;
import dev.segue.domain.listening.Skips;
import dev.segue.domain.playback.PlayContext;
import java.util.List;

/**
 * What is known about a listener right now, and what that suggests.
 *
 * @param sequence orders the signals of a listener: greater than in every earlier one, even after the listener was
 *     purged or the state was lost, because it never falls behind {@code asOf}; a later signal is never about an
 *     earlier time
 * @param eventId the event that triggered it
 * @param asOf when the newest event of the listener occurred, in epoch milliseconds; that event may be newer than
 *     {@code eventId}, which then corrected what was known
 * @param run the current run, or null
 * @param skipStreak how many plays in a row, up to now, the listener skipped
 * @param heading where the mood is heading, or null when unknown
 * @param nextSongs best first; empty when the mood or the catalogue is unknown
 * @param rulesVersion the rules and policies that made it
 */
public record Signal(
        String listener,
        long sequence,
        String eventId,
        long asOf,
        SessionSoFar session,
        CurrentRun run,
        int skipStreak,
        Mood mood,
        Heading heading,
        List<NextSong> nextSongs,
        AdJudgement ad,
        String rulesVersion) {

    public Signal {
        requireNonNull(listener, "listener");
        requireNonNull(eventId, "eventId");
        requireNonNull(session, "session");
        requireNonNull(mood, "mood");
        requireNonNull(ad, "ad");
        nextSongs = List.copyOf(nextSongs);
    }

    /**
     * What is known of the running session.
     *
     * @param startedAt start of its first activity
     * @param plays how many plays have ended
     * @param countedPlays how many of them were played long enough to count
     */
    public record SessionSoFar(long startedAt, int plays, int countedPlays, Skips skips, long listenedMs) {}

    /**
     * The current run.
     *
     * @param songs how many plays it has, skipped ones included
     */
    public record CurrentRun(PlayContext context, int songs, int skips) {}

    /**
     * Where a mood is heading.
     *
     * @param valence in thousandths, 0 to 1000
     * @param energy in thousandths, 0 to 1000
     */
    public record Heading(int valence, int energy) {}

    /**
     * A song that fits.
     *
     * @param fit in thousandths, 0 to 1000
     */
    public record NextSong(String trackId, int fit) {}

    /**
     * Whether the next ad may play.
     *
     * @param policy the name of the policy that decided
     * @param reason one sentence
     */
    public record AdJudgement(Verdict verdict, String policy, String reason) {

        /** What to do. */
        public enum Verdict {
            /** An ad may play. */
            PLAY,
            /** The ad should wait. */
            HOLD
        }
    }
}
