package dev.segue.replay.report.html;

import dev.segue.domain.history.Standing;
import dev.segue.replay.report.Amounts;
import java.util.Locale;

/** Formats figures for columns. */
final class Figures {

    private static final double HOUR_MS = 3_600_000;
    private static final double LEAST_HOURS = 0.05;
    private static final long MINUTE_MS = 60_000;

    /** Stands for a figure that the input does not allow. */
    static final String NOT_KNOWN = "–";

    private Figures() {}

    /** Hours to a tenth: {@code 1,204.5}. */
    static String hours(long millis) {
        double hours = millis / HOUR_MS;
        return millis > 0 && hours < LEAST_HOURS ? "<0.1" : String.format(Locale.ROOT, "%,.1f", hours);
    }

    /** Whole minutes, rounded; less than one is 1. */
    static String minutes(long millis) {
        return Amounts.number(millis == 0 ? 0 : Math.max(1, Math.round((double) millis / MINUTE_MS)));
    }

    /** The share of plays that were skipped. */
    static String skipRate(Standing<?> standing) {
        return standing.hasSkipRate() ? Amounts.share(standing.skips(), standing.plays()) : NOT_KNOWN;
    }

    /** A part of a whole, for the length of a bar. */
    static String percent(long part, long whole) {
        return String.format(Locale.ROOT, "%.1f%%", whole == 0 ? 0 : 100.0 * part / whole);
    }
}
