package dev.segue.domain.kpi.track;

import dev.segue.domain.clock.Clocks;
import dev.segue.domain.kpi.Extent;
import dev.segue.domain.kpi.KpiKey;
import dev.segue.domain.kpi.counting.BeforeImage;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Accumulates in the track KPIs of one subject and week what sessions and their plays add to them, retracts it, and knows when
 * nothing more can come.
 *
 * <p>The first tracks that are played are counted one by one, up to the maximum. A track that is stays so, even when all its
 * plays are retracted, and one beyond the maximum never is: so what is retracted is retracted from where it was counted.
 */
public final class TrackBook {

    private final KpiKey key;
    private final Tracks tracks;
    private final int mostTracks;
    private final long longestSessionMs;

    private TrackTotals totals;

    /** The tracks that are counted one by one. */
    public interface Tracks {

        /** Null for a track that is not counted by itself. */
        TrackNumbers of(String trackId);

        void set(String trackId, TrackNumbers numbers);

        /** All of them, in any order. */
        Iterable<Map.Entry<String, TrackNumbers>> all();
    }

    /**
     * Opens the track KPIs of a subject and week.
     *
     * @param totals as they were stored
     * @param longestSessionMs the longest that a session can last, so how long before its end an unseen one may have begun
     */
    public TrackBook(KpiKey key, TrackTotals totals, Tracks tracks, int mostTracks, long longestSessionMs) {
        this.key = key;
        this.totals = totals;
        this.tracks = tracks;
        this.mostTracks = mostTracks;
        this.longestSessionMs = longestSessionMs;
    }

    /** What is to be stored now, apart from the tracks. */
    public TrackTotals totals() {
        return totals;
    }

    /**
     * Counts a change.
     *
     * @return whether any numbers changed
     */
    public boolean apply(TrackChange change) {
        totals = totals.afterChange(change);
        change.added().forEach(this::add);
        return !change.added().isEmpty();
    }

    private void add(String track, TrackNumbers added) {
        TrackNumbers before = track.equals(TrackChange.NO_TRACK) ? null : tracks.of(track);
        if (before != null) {
            tracks.set(track, before.plus(added));
        } else if (!track.equals(TrackChange.NO_TRACK) && totals.tracks() < mostTracks) {
            tracks.set(track, added);
            totals = totals.withOneTrackMore();
        } else {
            totals = totals.withOthers(added);
        }
    }

    /** Notes what time it is. */
    public void look(long clock) {
        if (clock <= canChangeUntil()) {
            totals = totals.passedAt(Clocks.NOT_STARTED);
        } else if (totals.passedAt() == Clocks.NOT_STARTED) {
            totals = totals.passedAt(clock);
        }
    }

    /** Once the clock has passed the returned time, call {@link #look} again. */
    public long nextOnClock() {
        return totals.passedAt() == Clocks.NOT_STARTED
                ? canChangeUntil()
                : plus(totals.passedAt(), BeforeImage.BEHIND_MS);
    }

    /** Whether nothing can change any more. The clock must have passed all that was waited for for good, as for KPI rows. */
    public boolean isSettled(long clock) {
        return clock == Clocks.ENDED
                || (totals.passedAt() != Clocks.NOT_STARTED && clock > plus(totals.passedAt(), BeforeImage.BEHIND_MS));
    }

    /** Until when a session that counts here may still be read: an open one will be emitted again. */
    private long canChangeUntil() {
        if (totals.openSessions() > 0) {
            return Clocks.ENDED;
        }
        long ends = Extent.endsEverywhere(key.window());
        return Math.max(totals.settledAfter(), plus(ends, longestSessionMs + totals.settlingMs()));
    }

    private static long plus(long time, long more) {
        return time > Clocks.ENDED - more ? Clocks.ENDED : time + more;
    }

    /** As they are at {@code clock}, to be emitted. A track of which nothing is left is left out. */
    public TrackKpis emit(long clock) {
        SortedMap<String, TrackNumbers> counted = new TreeMap<>();
        for (Map.Entry<String, TrackNumbers> track : tracks.all()) {
            if (!track.getValue().equals(TrackNumbers.NONE)) {
                counted.put(track.getKey(), track.getValue());
            }
        }
        return new TrackKpis(key, counted, totals.others(), clock);
    }
}
