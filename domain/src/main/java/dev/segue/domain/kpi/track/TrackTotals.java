package dev.segue.domain.kpi.track;

import static java.util.Objects.requireNonNull;

import dev.segue.domain.clock.Clocks;

/**
 * The state of the track KPIs of one subject and week, apart from the tracks.
 *
 * @param tracks how many tracks are counted one by one; those of which nothing is left are among them
 * @param others plays of no such track
 * @param openSessions how many of the sessions that count here are still running
 * @param settledAfter the latest time, on the acceptance clock, until which any session that ever counted here could change
 * @param settlingMs the longest that any session that ever counted here could change after its end, in milliseconds
 * @param passedAt the time at which the acceptance clock was first seen past all of that; {@link Clocks#NOT_STARTED} before
 */
public record TrackTotals(
        int tracks, TrackNumbers others, int openSessions, long settledAfter, long settlingMs, long passedAt) {

    /** Where nothing has been counted. */
    public static final TrackTotals NOTHING =
            new TrackTotals(0, TrackNumbers.NONE, 0, Clocks.NOT_STARTED, 0, Clocks.NOT_STARTED);

    public TrackTotals {
        requireNonNull(others, "others");
    }

    TrackTotals afterChange(TrackChange change) {
        return new TrackTotals(
                tracks,
                others,
                openSessions + change.openSessions(),
                Math.max(settledAfter, change.canChangeUntil()),
                Math.max(settlingMs, change.settlingMs()),
                Clocks.NOT_STARTED);
    }

    TrackTotals withOneTrackMore() {
        return new TrackTotals(tracks + 1, others, openSessions, settledAfter, settlingMs, passedAt);
    }

    TrackTotals withOthers(TrackNumbers more) {
        return new TrackTotals(tracks, others.plus(more), openSessions, settledAfter, settlingMs, passedAt);
    }

    TrackTotals passedAt(long clock) {
        return new TrackTotals(tracks, others, openSessions, settledAfter, settlingMs, clock);
    }
}
