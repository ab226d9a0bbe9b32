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
 * @param trigger the event that triggered it
 * @param asOf when the newest event of the listener occurred, in epoch milliseconds; that event may be newer than
 *     {@code trigger}, which then corrected what was known
 * @param run the current run, or null
 * @param skipStreak how many plays in a row, up to now, the listener skipped
 * @param heading where the mood is heading, or null when unknown
 * @param nextSongs best first; empty when the mood or the catalogue is unknown
 * @param leftOut songs that policies kept out of {@code nextSongs}, those first that would fit best without these policies
 * @param rulesVersion the rules and policies that made it
 */
public record Signal(
        String listener,
        long sequence,
        Trigger trigger,
        long asOf,
        SessionSoFar session,
        CurrentRun run,
        int skipStreak,
        Mood mood,
        Heading heading,
        List<NextSong> nextSongs,
        List<LeftOut> leftOut,
        AdJudgement ad,
        String rulesVersion) {

    public Signal {
        requireNonNull(listener, "listener");
        requireNonNull(trigger, "trigger");
        requireNonNull(session, "session");
        requireNonNull(mood, "mood");
        requireNonNull(ad, "ad");
        nextSongs = List.copyOf(nextSongs);
        leftOut = List.copyOf(leftOut);
    }

    /** The id of the event that triggered it. */
    public String eventId() {
        return trigger.eventId();
    }

    /**
     * The event that triggered a signal.
     *
     * @param correction whether it occurred before the newest known event, and corrected what was known
     */
    public record Trigger(String eventId, Cause cause, boolean correction) {

        public Trigger {
            requireNonNull(eventId, "eventId");
            requireNonNull(cause, "cause");
        }
    }

    /** What happened in the event that triggered a signal. */
    public enum Cause {
        /** Not known; never in a signal that this version makes. */
        UNKNOWN,
        /** A track began. */
        TRACK_STARTED,
        /** A track ended, and the listener did not choose to leave it. */
        TRACK_ENDED,
        /** The listener left a track. */
        TRACK_SKIPPED,
        /** Playback was paused. */
        PAUSED,
        /** Playback was resumed. */
        RESUMED,
        /** The listener searched. */
        SEARCHED,
        /** An ad ended. */
        AD_ENDED
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
     * @param factors the policies that lowered its fit, in their order; the product of their scores is the fit
     */
    public record NextSong(String trackId, int fit, List<Factor> factors) {

        public NextSong {
            requireNonNull(trackId, "trackId");
            factors = List.copyOf(factors);
        }
    }

    /**
     * What a policy thinks of a song.
     *
     * @param policy its name
     * @param score in thousandths, 0 (never) to 1000
     */
    public record Factor(String policy, int score) {

        public Factor {
            requireNonNull(policy, "policy");
        }
    }

    /**
     * A song that policies kept out of the suggested ones.
     *
     * @param fitOtherwise how well it would fit without these policies, in thousandths: at least as well as the last
     *     suggested song
     * @param factors these policies, in their order; each at least halves its fit
     */
    public record LeftOut(String trackId, int fitOtherwise, List<Factor> factors) {

        public LeftOut {
            requireNonNull(trackId, "trackId");
            factors = List.copyOf(factors);
        }
    }

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
