package dev.segue.domain.kpi;

import static java.util.Objects.requireNonNull;

import java.time.LocalDateTime;

/**
 * A local hour, day or week.
 *
 * @param start by local clocks
 * @param offsetSeconds offset from UTC when an hour begins, which distinguishes the two hours that have one name when clocks
 *     are set back; null for days and weeks, and where zones are rolled up
 */
public record KpiWindow(Period period, LocalDateTime start, Integer offsetSeconds) {

    public KpiWindow {
        requireNonNull(period, "period");
        requireNonNull(start, "start");
    }

    /** How long a window is. */
    public enum Period {
        HOUR,
        DAY,
        /** From Monday. */
        WEEK
    }
}
