package dev.segue.simulator.audience;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * The weeks before its beginning in which an audience listened too, each in the same hours of the week, so that there
 * is something to compare it with.
 *
 * @param weeks how many; 0 for none
 * @param days how many days of each, 1 to 7: the first is that on which the audience begins by UTC, and the last ends
 *     by everybody's own clock
 */
public record Past(int weeks, int days) {

    /** An audience that never listened before. */
    public static final Past NONE = new Past(0, 1);

    static final long WEEK_MS = Duration.ofDays(7).toMillis();

    private static final int DAYS_OF_A_WEEK = 7;

    public Past {
        if (weeks < 0) {
            throw new IllegalArgumentException("weeks must not be negative, but is " + weeks);
        }
        if (days < 1 || days > DAYS_OF_A_WEEK) {
            throw new IllegalArgumentException("days must be 1 to " + DAYS_OF_A_WEEK + ", but is " + days);
        }
    }

    /**
     * When listeners in a time zone stop for the week, in epoch milliseconds: no week reaches into the next one.
     *
     * @param beginning of the week's listening, in epoch milliseconds
     */
    long endOf(long beginning, ZoneId zone) {
        LocalDate first = LocalDate.ofInstant(Instant.ofEpochMilli(beginning), ZoneOffset.UTC);
        long lastDayEnds = first.plusDays(days).atStartOfDay(zone).toInstant().toEpochMilli();
        return Math.min(beginning + WEEK_MS, lastDayEnds);
    }
}
