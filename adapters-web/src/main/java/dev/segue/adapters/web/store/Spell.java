package dev.segue.adapters.web.store;

/**
 * A time in which a job was behind or silent, by its own reports.
 *
 * @param from in epoch milliseconds
 * @param until when it reported again, or last reported that it was behind
 * @param lagMs how old its newest input was when it was read, at worst, in milliseconds; 0 if it was silent
 */
public record Spell(Kind kind, long from, long until, long lagMs) {

    /** What was wrong. */
    public enum Kind {
        BEHIND,
        SILENT
    }

    /** Whether any of it lies between two times. */
    public boolean meets(long start, long end) {
        return from <= end && until >= start;
    }
}
