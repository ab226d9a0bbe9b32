package dev.segue.domain.kpi.counting;

import dev.segue.domain.kpi.KpiNumbers;

/** The state of one KPI row, apart from its tallies. Mutable, because every session changes a row. */
public final class RowTotals {

    static final long NEVER = Long.MIN_VALUE;

    int listeners;
    int returningListeners;
    KpiNumbers numbers = KpiNumbers.NONE;
    long endsAt;
    boolean emittedAsOver;
    long settledAfter = NEVER;
    long settlingMs;
    long passedAt = NEVER;

    /** The totals of a row in which nothing has been counted. */
    public RowTotals() {}

    /** Totals as they were stored: {@link #listeners()} and so on. */
    public RowTotals(
            int listeners,
            int returningListeners,
            KpiNumbers numbers,
            long endsAt,
            boolean emittedAsOver,
            long settledAfter,
            long settlingMs,
            long passedAt) {
        this.listeners = listeners;
        this.returningListeners = returningListeners;
        this.numbers = numbers;
        this.endsAt = endsAt;
        this.emittedAsOver = emittedAsOver;
        this.settledAfter = settledAfter;
        this.settlingMs = settlingMs;
        this.passedAt = passedAt;
    }

    /** The same totals, to be changed apart from these. */
    public RowTotals copy() {
        return new RowTotals(
                listeners, returningListeners, numbers, endsAt, emittedAsOver, settledAfter, settlingMs, passedAt);
    }

    /** How many different listeners have a session here. */
    public int listeners() {
        return listeners;
    }

    /** How many listeners have at least two sessions here. */
    public int returningListeners() {
        return returningListeners;
    }

    public KpiNumbers numbers() {
        return numbers;
    }

    /** When the window ends in the last zone that counts in it. */
    public long endsAt() {
        return endsAt;
    }

    /** Whether the row has been emitted as over. */
    public boolean emittedAsOver() {
        return emittedAsOver;
    }

    /** The latest time, on the acceptance clock, until which any session that ever counted here could change. */
    public long settledAfter() {
        return settledAfter;
    }

    /** The longest that any session that ever counted here could change after its end, in milliseconds. */
    public long settlingMs() {
        return settlingMs;
    }

    /** The time at which the acceptance clock was first seen past all of that; {@link Long#MIN_VALUE} before. */
    public long passedAt() {
        return passedAt;
    }
}
