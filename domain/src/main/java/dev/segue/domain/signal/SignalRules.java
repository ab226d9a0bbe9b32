package dev.segue.domain.signal;

import static java.util.Objects.requireNonNull;

import dev.segue.domain.clock.Clocks;
import dev.segue.domain.listening.ListeningRules;
import dev.segue.domain.rules.StateRules;
import dev.segue.domain.session.SessionRules;
import dev.segue.domain.signal.ad.AdPolicies;
import dev.segue.domain.signal.ad.AdPolicy;
import dev.segue.domain.signal.ranking.RankingPolicies;
import dev.segue.domain.signal.ranking.RankingPolicy;
import java.io.Serializable;
import java.util.List;

/**
 * Parameters of signals; lengths of time in milliseconds.
 *
 * @param gapMs longest idle gap between two activities of one session
 * @param maxPlayMs longest time for which one play can prove presence, or sound
 * @param recentMoodMs half-life, in listening, of the recent mood
 * @param memoryMs how far behind the acceptance clock an event may have occurred and still count
 * @param mostRemembered how many events of a listener are retained one by one, at least 1
 * @param nextSongs how many songs are suggested at most
 * @param adPolicies in order; the first that objects decides
 * @param rankingPolicies all of them judge every song
 */
public record SignalRules(
        long gapMs,
        long maxPlayMs,
        ListeningRules listening,
        long recentMoodMs,
        long memoryMs,
        int mostRemembered,
        int nextSongs,
        List<AdPolicy> adPolicies,
        List<RankingPolicy> rankingPolicies)
        implements Serializable {

    /** Incremented whenever the same events would give different signals. */
    private static final int VERSION = 1;

    /** 2: listeners are purged at full hours. */
    private static final String STATE = "2";

    private static final long MINUTE = 60_000;
    private static final long HOUR = 60 * MINUTE;

    /**
     * The same as for sessions, except for what only signals have. 3 min is about one song, so the recent mood is that
     * of the last few. 6 h covers a flight. 200 events are some four hours of listening.
     */
    public static final SignalRules DEFAULT = new SignalRules(
            SessionRules.DEFAULT.gapMs(),
            SessionRules.DEFAULT.maxPlayMs(),
            ListeningRules.DEFAULT,
            3 * MINUTE,
            360 * MINUTE,
            200,
            10,
            AdPolicies.DEFAULT,
            RankingPolicies.DEFAULT);

    public SignalRules {
        requireNonNull(listening, "listening");
        if (gapMs <= 0 || maxPlayMs <= 0 || recentMoodMs <= 0 || memoryMs < 0) {
            throw new IllegalArgumentException("gapMs, maxPlayMs and recentMoodMs must be positive and memoryMs not"
                    + " negative, but they are " + gapMs + ", " + maxPlayMs + ", " + recentMoodMs + " and "
                    + memoryMs);
        }
        if (mostRemembered < 1 || nextSongs < 0) {
            throw new IllegalArgumentException(
                    "mostRemembered must be positive and nextSongs not negative, but they are " + mostRemembered
                            + " and " + nextSongs);
        }
        adPolicies = List.copyOf(adPolicies);
        rankingPolicies = List.copyOf(rankingPolicies);
    }

    /** Whether an event occurred too long ago to count; never while the clock is {@link Clocks#NOT_STARTED}. */
    public boolean isLate(long occurredAt, long acceptance) {
        return acceptance != Clocks.NOT_STARTED && occurredAt < acceptance - memoryMs;
    }

    /**
     * When, on the acceptance clock, a listener's state is purged. Any event accepted later occurred more than a
     * session gap after all that was emitted about them. It is the same for all events of an hour, so that it seldom moves.
     *
     * @param asOf when their newest known event occurred
     */
    public long purgedAt(long asOf) {
        return Math.floorDiv(asOf, HOUR) * HOUR + HOUR + memoryMs + gapMs + 1;
    }

    /** The rules of the state: by them, events were made shorter, added to the sums, and purged. */
    public StateRules ofState() {
        return new StateRules()
                .withLength("sessions.gap", gapMs)
                .withLength("sessions.max-play", maxPlayMs)
                .withLength("signals.memory", memoryMs)
                .withLength("listening.quick-skip", listening.quickSkipMs())
                .withLength("listening.early-skip", listening.earlySkipMs())
                .withLength("listening.counted-play", listening.countedPlayMs())
                .with("the version of Segue's rules of signals", VERSION)
                .with("the version of Segue's state of signals", STATE, "1");
    }

    /** Identifies the rules that made a signal: their version, and a digest of parameters and policies. */
    public String version() {
        return VERSION + "-" + Integer.toHexString(toString().hashCode());
    }
}
