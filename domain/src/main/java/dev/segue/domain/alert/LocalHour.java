package dev.segue.domain.alert;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * Hours by local clocks, each as one number: hours since 1970-01-01T00:00 as those clocks count, which know neither zone
 * nor summer time.
 */
public final class LocalHour {

    /** In a week. */
    public static final int A_WEEK = 7 * 24;

    static final long MS = 3_600_000;

    private static final int SECONDS = 3_600;

    private LocalHour() {}

    /** The hour that {@code time} lies in. */
    public static long of(LocalDateTime time) {
        return Math.floorDiv(time.toEpochSecond(ZoneOffset.UTC), SECONDS);
    }

    /** The hour that the clocks of a zone show at a time, in epoch milliseconds. */
    static long at(long time, ZoneId zone) {
        return of(LocalDateTime.ofInstant(Instant.ofEpochMilli(time), zone));
    }

    /** When it begins, by local clocks. */
    public static LocalDateTime start(long hour) {
        return LocalDateTime.ofEpochSecond(hour * SECONDS, 0, ZoneOffset.UTC);
    }

    static LocalDate day(long hour) {
        return start(hour).toLocalDate();
    }

    /** When it begins in a zone, in epoch milliseconds; of an hour that happens twice, the first time. */
    static long startsAt(long hour, ZoneId zone) {
        return start(hour).atZone(zone).withEarlierOffsetAtOverlap().toInstant().toEpochMilli();
    }

    /** When the next one begins. */
    static long endsAt(long hour, ZoneId zone) {
        return startsAt(hour + 1, zone);
    }

    /** Whether it lasts an hour: in a night when clocks are changed one hour does not happen, or happens twice. */
    static boolean isRegular(long hour, ZoneId zone) {
        return endsAt(hour, zone) - startsAt(hour, zone) == MS;
    }

    /** Of that id; UTC when these rules do not know it. */
    static ZoneId zone(String id) {
        try {
            return ZoneId.of(id);
        } catch (DateTimeException e) {
            return ZoneOffset.UTC;
        }
    }
}
