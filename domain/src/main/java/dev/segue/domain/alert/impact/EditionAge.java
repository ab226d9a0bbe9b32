package dev.segue.domain.alert.impact;

import dev.segue.domain.alert.baseline.LocalHour;

/**
 * How old an edition of a playlist is in some hour, counted from the first hour in which it was listened to. Single editions
 * have no earlier weeks to be compared with; editions of one age have.
 */
public enum EditionAge {
    /** In its first 24 hours. */
    NEW,
    /** In its first week, but not its first 24 hours. */
    RECENT,
    /** A week old or more. */
    OLD;

    private static final int A_DAY = 24;

    /** The age in {@code hour} of an edition that was first listened to in {@code first}; both as local hours. */
    public static EditionAge at(long hour, long first) {
        if (hour - first < A_DAY) {
            return NEW;
        }
        return hour - first < LocalHour.A_WEEK ? RECENT : OLD;
    }
}
