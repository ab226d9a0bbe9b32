package dev.segue.domain.signal.now;

import static java.util.Objects.requireNonNull;

import dev.segue.domain.listening.Mood;
import dev.segue.domain.listening.Play;
import dev.segue.domain.signal.now.Signal.CurrentRun;
import dev.segue.domain.signal.now.Signal.Heading;
import dev.segue.domain.signal.now.Signal.SessionSoFar;
import java.util.List;
import java.util.Objects;

/**
 * What is known of a listener now: what policies decide on.
 *
 * @param asOf when the newest thing that is known occurred
 * @param run the run that goes on, or null
 * @param skipStreak how many plays in a row, up to now, the listener skipped
 * @param heading where the mood is heading, or null when not known
 * @param plays of the running session, as far as they are remembered, in play order
 * @param earlierPlays remembered from before the running session, in play order
 * @param sounding the track that has begun and not ended, or null
 * @param lastAdAt when the latest ad ended that is remembered, or null
 */
public record Now(
        long asOf,
        SessionSoFar session,
        CurrentRun run,
        int skipStreak,
        Mood mood,
        Heading heading,
        List<Play> plays,
        List<Play> earlierPlays,
        String sounding,
        Long lastAdAt) {

    public Now {
        requireNonNull(session, "session");
        requireNonNull(mood, "mood");
        plays = List.copyOf(plays);
        earlierPlays = List.copyOf(earlierPlays);
    }

    /** Whether a signal made of it would say the same, but for songs. */
    public boolean saysTheSameAs(Now other) {
        return session.equals(other.session)
                && Objects.equals(run, other.run)
                && skipStreak == other.skipStreak
                && mood.equals(other.mood)
                && Objects.equals(heading, other.heading)
                && Objects.equals(lastAdAt, other.lastAdAt);
    }
}
