package dev.segue.adapters.flink.kpi;

import dev.segue.adapters.flink.timer.KeyedTimer;
import dev.segue.domain.kpi.KpiKey;
import dev.segue.domain.kpi.counting.RowTotals;

/** The state of one KPI row in one entry: its totals, and which timers are set. */
public final class KpiRowState {

    /** Nothing has been emitted yet. */
    public static final long NEVER_EMITTED = Long.MIN_VALUE;

    private final KpiKey key;
    private final RowTotals totals;
    private long clockTimer;
    private boolean emitting;
    private long emittedAt;

    /** A row that is new. */
    public KpiRowState(KpiKey key) {
        this(key, new RowTotals(), KeyedTimer.NOT_SET, false, NEVER_EMITTED);
    }

    /**
     * A row as it was stored.
     *
     * @param clockTimer time of the event-time timer that is set, or {@link KeyedTimer#NOT_SET}
     * @param emitting whether a wall-clock timer is set, at which the row will be emitted
     * @param emittedAt when the row was last emitted, by the wall clock, or {@link #NEVER_EMITTED}
     */
    public KpiRowState(KpiKey key, RowTotals totals, long clockTimer, boolean emitting, long emittedAt) {
        this.key = key;
        this.totals = totals;
        this.clockTimer = clockTimer;
        this.emitting = emitting;
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

    public boolean isEmitting() {
        return emitting;
    }

    /** A timer is set, at which the row will be emitted. */
    public void willEmit() {
        emitting = true;
    }

    public long emittedAt() {
        return emittedAt;
    }

    /** The row has been emitted. */
    public void emitted(long wallTime) {
        emitting = false;
        emittedAt = wallTime;
    }
}
