package dev.segue.adapters.flink.track;

import dev.segue.adapters.flink.timer.KeyedTimer;
import dev.segue.domain.kpi.KpiKey;
import dev.segue.domain.kpi.counting.EmissionPace;
import dev.segue.domain.kpi.track.TrackTotals;

/**
 * The state of the track KPIs of one subject and week, apart from the tracks.
 *
 * @param clockTimer time of the event-time timer that is set, or {@link KeyedTimer#NOT_SET}
 * @param scheduled whether a wall-clock timer is set, at which they will be emitted
 * @param emittedAt when they were last emitted, by the wall clock, or {@link EmissionPace#NEVER}
 */
public record TrackKpisState(KpiKey key, TrackTotals totals, long clockTimer, boolean scheduled, long emittedAt) {

    static TrackKpisState begun(KpiKey key) {
        return new TrackKpisState(key, TrackTotals.NOTHING, KeyedTimer.NOT_SET, false, EmissionPace.NEVER);
    }

    TrackKpisState with(TrackTotals changed) {
        return new TrackKpisState(key, changed, clockTimer, scheduled, emittedAt);
    }

    TrackKpisState withClockTimer(long time) {
        return new TrackKpisState(key, totals, time, scheduled, emittedAt);
    }

    TrackKpisState withSchedule() {
        return new TrackKpisState(key, totals, clockTimer, true, emittedAt);
    }

    TrackKpisState emitted(long wallTime) {
        return new TrackKpisState(key, totals, clockTimer, false, wallTime);
    }
}
