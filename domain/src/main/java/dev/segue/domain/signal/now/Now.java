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
 * What is known about a listener now, as input for policies.
 *
 * @param asOf when the newest known event occurred
 * @param run the current run, or null
 * @param skipStreak how many plays in a row, up to now, the listener skipped
 * @param heading where the mood is heading, or null when unknown
 * @param plays retained plays of the running session, in play order
 * @param earlierPlays retained plays from before the running session, in play order
 * @param sounding the track that has started and not ended, or null
 * @param lastAdAt when the latest retained ad ended, or null
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

    /** Whether a signal made of it would be the same, except for the songs. */
    public boolean saysTheSameAs(Now other) {
        return session.equals(other.session)
                && Objects.equals(run, other.run)
                && skipStreak == other.skipStreak
                && mood.equals(other.mood)
                && Objects.equals(heading, other.heading)
                && Objects.equals(lastAdAt, other.lastAdAt);
    }
}
