package dev.segue.benchmarks.history;

import java.time.Duration;

/**
 * How many listeners listen, and when their events arrive.
 *
 * @param listeners number of listeners
 * @param plays number of plays in a session
 * @param exactly whether each session has as many; otherwise it has as many on average
 * @param longestPlay of plays that are not mixes; half of that is usual
 * @param lateShare 0 to 1: the share of events that arrive up to ten minutes late
 * @param offlineShare 0 to 1: the share of sessions on a phone that is offline; all their events arrive together, one to
 *     eight hours after the session began
 * @param mixShare 0 to 1: the share of plays that last for more than half an hour, up to 90 minutes
 * @param oneIsHot whether the first listener plays a song every few seconds, in sessions of 2,000 plays, and rests no
 *     longer than necessary
 */
public record Habits(
        int listeners,
        int plays,
        boolean exactly,
        Duration longestPlay,
        double lateShare,
        double offlineShare,
        double mixShare,
        boolean oneIsHot) {

    private static final Duration USUAL_PLAY = Duration.ofMinutes(5);
    private static final Duration SHORT_PLAY = Duration.ofSeconds(40);

    /** Sessions with that many plays on average, of up to five minutes. */
    public static Habits of(int listeners, int plays, double lateShare) {
        return new Habits(listeners, plays, false, USUAL_PLAY, lateShare, 0, 0, false);
    }

    /** Sessions with exactly that many plays, so short that 2,000 fit into a day, the longest session. */
    public static Habits ofShortPlays(int listeners, int plays, double lateShare) {
        return new Habits(listeners, plays, true, SHORT_PLAY, lateShare, 0, 0, false);
    }

    /** The same, with that share of offline sessions. */
    public Habits offline(double share) {
        return new Habits(listeners, plays, exactly, longestPlay, lateShare, share, mixShare, oneIsHot);
    }

    /** The same, with that share of mixes. */
    public Habits withMixes(double share) {
        return new Habits(listeners, plays, exactly, longestPlay, lateShare, offlineShare, share, oneIsHot);
    }

    /** The same, with a hot listener. */
    public Habits withHotListener() {
        return new Habits(listeners, plays, exactly, longestPlay, lateShare, offlineShare, mixShare, true);
    }
}
