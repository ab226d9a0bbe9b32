package dev.segue.domain.alert.baseline;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * Hours by local clocks, each as one number: hours since 1970-01-01T00:00 local time, without time zone or daylight
 * saving time.
 */
public final class LocalHour {

    /** Hours in a week. */
    public static final int A_WEEK = 7 * 24;

    public static final long MS = 3_600_000;

    private static final int SECONDS = 3_600;

    private LocalHour() {}

    /** The hour that contains {@code time}. */
    public static long of(LocalDateTime time) {
        return Math.floorDiv(time.toEpochSecond(ZoneOffset.UTC), SECONDS);
    }

    /** The local hour of a time in epoch milliseconds. */
    public static long at(long time, ZoneId zone) {
        return of(LocalDateTime.ofInstant(Instant.ofEpochMilli(time), zone));
    }

    /** When the hour begins, by local clocks. */
    public static LocalDateTime start(long hour) {
        return LocalDateTime.ofEpochSecond(hour * SECONDS, 0, ZoneOffset.UTC);
    }

    static LocalDate day(long hour) {
        return start(hour).toLocalDate();
    }

    /** When the hour begins in a zone, in epoch milliseconds; the first time, for an hour that occurs twice. */
    public static long startsAt(long hour, ZoneId zone) {
        return start(hour).atZone(zone).withEarlierOffsetAtOverlap().toInstant().toEpochMilli();
    }

    /** When the next hour begins. */
    public static long endsAt(long hour, ZoneId zone) {
        return startsAt(hour + 1, zone);
    }

    /** Whether the hour lasts an hour. In a night in which the clocks change, one hour is skipped or occurs twice. */
    static boolean isRegular(long hour, ZoneId zone) {
        return endsAt(hour, zone) - startsAt(hour, zone) == MS;
    }

    /** The zone with this id; UTC when the id is unknown. */
    public static ZoneId zone(String id) {
        try {
            return ZoneId.of(id);
        } catch (DateTimeException e) {
            return ZoneOffset.UTC;
        }
    }
}
