package dev.segue.adapters.flink.kpi;

import dev.segue.adapters.flink.timer.KeyedTimer;
import dev.segue.domain.kpi.KpiKey;
import dev.segue.domain.kpi.counting.EmissionPace;
import dev.segue.domain.kpi.counting.RowTotals;

/** The state of one KPI row in one entry: its totals, and which timers are set. */
public final class KpiRowState {

    private final KpiKey key;
    private final RowTotals totals;
    private long clockTimer;
    private boolean scheduled;
    private long emittedAt;

    /** A row that is new. */
    public KpiRowState(KpiKey key) {
        this(key, new RowTotals(), KeyedTimer.NOT_SET, false, EmissionPace.NEVER);
    }

    /**
     * A row as it was stored.
     *
     * @param clockTimer time of the event-time timer that is set, or {@link KeyedTimer#NOT_SET}
     * @param scheduled whether a wall-clock timer is set, at which the row will be emitted
     * @param emittedAt when the row was last emitted, by the wall clock, or {@link EmissionPace#NEVER}
     */
    public KpiRowState(KpiKey key, RowTotals totals, long clockTimer, boolean scheduled, long emittedAt) {
        this.key = key;
        this.totals = totals;
        this.clockTimer = clockTimer;
        this.scheduled = scheduled;
        this.emittedAt = emittedAt;
    }

    public KpiKey key() {
        return key;
    }

    public RowTotals totals() {
        return totals;
    }

    public long clockTimer() {
        return clockTimer;
    }

    public void setClockTimer(long time) {
        clockTimer = time;
    }

    public boolean isScheduled() {
        return scheduled;
    }

    /** A timer is set, at which the row will be emitted. */
    public void schedule() {
        scheduled = true;
    }

    public long emittedAt() {
        return emittedAt;
    }

    /** The row has been emitted. */
    public void emitted(long wallTime) {
        scheduled = false;
        emittedAt = wallTime;
    }
}
