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

    /** The earliest year in which an event can have occurred: west of Greenwich, 1970 began in 1969. */
    public static final int FIRST_YEAR = 1969;

    /** The latest year of a window. */
    public static final int LAST_YEAR = 9999;

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
