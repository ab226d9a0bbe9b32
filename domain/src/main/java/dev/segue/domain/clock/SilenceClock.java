package dev.segue.domain.clock;

import static java.util.Objects.requireNonNull;

/**
 * Makes the closing clock: the acceptance clock, plus the wall-clock time for which it has stood still. So sessions end
 * even when nobody plays anything any more; and since nothing else looks at the closing clock, an outage of days loses
 * nothing.
 */
public final class SilenceClock {

    /** Standing still for less than this is how clocks advance: in steps. 5 seconds. */
    public static final long STEP_MS = 5_000;

    private final Feed feed;
    private long acceptance = Clocks.NOT_STARTED;
    private long stillSince;

    /**
     * Begins to listen.
     *
     * @param feed on one that is recorded there is no silence, and both clocks are always one
     * @param wallTime now, by the wall clock
     */
    public SilenceClock(Feed feed, long wallTime) {
        this.feed = requireNonNull(feed, "feed");
        stillSince = wallTime;
    }

    /**
     * Both clocks.
     *
     * @param newAcceptance the acceptance clock, which never goes back
     * @param wallTime now, by the wall clock
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
     * on; {@link Long#MAX_VALUE} if it never does so, as over a recording.
     */
    public long wallTimeOf(long closing, long wallTime) {
        boolean stands = acceptance == Clocks.NOT_STARTED || acceptance == Clocks.ENDED;
        if (feed != Feed.LIVE || closing == Long.MAX_VALUE || stands) {
            return Long.MAX_VALUE;
        }
        return Math.max(wallTime + 1, stillSince + STEP_MS + (closing - acceptance));
    }
}
