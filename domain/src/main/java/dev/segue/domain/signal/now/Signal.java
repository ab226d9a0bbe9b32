package dev.segue.domain.signal.now;

import static java.util.Objects.requireNonNull;

import dev.segue.domain.listening.Mood;
import dev.segue.domain.listening.Skips;
import dev.segue.domain.playback.PlayContext;
import java.util.List;

/**
 * What is known of a listener right now, and what that suggests.
 *
 * @param sequence orders the signals of a listener: greater than in every one before, also after the listener was forgotten
 *     or the state lost, because it never falls behind {@code asOf}; a later one is never about an earlier time
 * @param eventId the event that brought it about
 * @param asOf when the newest event of the listener occurred, in epoch milliseconds; that may be a newer one than
 *     {@code eventId}, which then corrected what was known
 * @param run the run that goes on, or null
 * @param skipStreak how many plays in a row, up to now, the listener skipped
 * @param heading where the mood is heading, or null when not known
 * @param nextSongs best first; empty when the mood, or the catalogue, is not known
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
     * What of the running session is known.
     *
     * @param startedAt start of its first activity
     * @param plays how many plays have ended
     * @param countedPlays how many of them sounded long enough to count
     */
    public record SessionSoFar(long startedAt, int plays, int countedPlays, Skips skips, long listenedMs) {}

    /**
     * A run that goes on.
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
     * A judgement on the next ad.
     *
     * @param policy the name of the policy that decided
     * @param reason one sentence
     */
    public record AdJudgement(Verdict verdict, String policy, String reason) {

        /** What to do. */
        public enum Verdict {
            /** An ad would do. */
            PLAY,
            /** Better not now. */
            HOLD
        }
    }
}
