package dev.segue.domain.clock;

import static java.util.Objects.requireNonNull;

/**
 * Derives the closing clock: the acceptance clock plus the wall-clock time for which that has stood still. So sessions
 * end even when nobody plays anything any more; and because nothing else depends on the closing clock, an outage of
 * days loses nothing.
 */
public final class SilenceClock {

    /** Clocks advance in steps, so standing still for less than this is not silence. 5 seconds. */
    public static final long STEP_MS = 5_000;

    private final Feed feed;
    private long acceptance = Clocks.NOT_STARTED;
    private long stillSince;

    /**
     * Starts without an acceptance clock.
     *
     * @param feed a recorded feed has no silence, so both clocks are always equal
     * @param wallTime the current wall-clock time
     */
    public SilenceClock(Feed feed, long wallTime) {
        this.feed = requireNonNull(feed, "feed");
        stillSince = wallTime;
    }

    /**
     * Both clocks.
     *
     * @param newAcceptance the acceptance clock, which never goes back
     * @param wallTime the current wall-clock time
     */
    public Clocks at(long newAcceptance, long wallTime) {
        if (feed != Feed.LIVE) {
            return Clocks.at(newAcceptance);
        }
        if (newAcceptance > acceptance) {
            acceptance = newAcceptance;
            stillSince = wallTime;
        }
        boolean runs = acceptance != Clocks.NOT_STARTED && acceptance != Clocks.ENDED;
        long silence = Math.max(0, wallTime - stillSince - STEP_MS);
        return new Clocks(acceptance, runs ? acceptance + silence : acceptance);
    }

    /**
     * When, by the wall clock, the closing clock reaches {@code closing} if the acceptance clock stands still from now
     * on; {@link Long#MAX_VALUE} if it never does, as with a recording.
     */
    public long wallTimeOf(long closing, long wallTime) {
        boolean hasNoTime = acceptance == Clocks.NOT_STARTED || acceptance == Clocks.ENDED;
        if (feed != Feed.LIVE || closing == Long.MAX_VALUE || hasNoTime) {
            return Long.MAX_VALUE;
        }
        return Math.max(wallTime + 1, stillSince + STEP_MS + (closing - acceptance));
    }
}
