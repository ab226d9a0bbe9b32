package dev.segue.replay.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Formats amounts for people. */
public final class Amounts {

    private static final long SECOND = 1_000;
    private static final long MINUTE = 60 * SECOND;
    private static final long HOUR = 60 * MINUTE;

    private Amounts() {}

    /** {@code 1,204 h 05 min}, {@code 12 min 05 s} or {@code 0.250 s}. */
    public static String length(long millis) {
        if (millis >= HOUR) {
            return number(millis / HOUR) + " h " + twoDigits(millis % HOUR / MINUTE) + " min";
        }
        if (millis >= MINUTE) {
            return millis / MINUTE + " min " + twoDigits(millis % MINUTE / SECOND) + " s";
        }
        return millis % SECOND == 0
                ? millis / SECOND + " s"
                : String.format(Locale.ROOT, "%d.%03d s", millis / SECOND, millis % SECOND);
    }

    /** To the millisecond: {@code 1,204 h 5 min}, {@code 24 h 0.001 s} or {@code 0 s}. */
    public static String exactly(long millis) {
        List<String> parts = new ArrayList<>();
        if (millis >= HOUR) {
            parts.add(number(millis / HOUR) + " h");
        }
        if (millis % HOUR >= MINUTE) {
            parts.add(millis % HOUR / MINUTE + " min");
        }
        if (millis % MINUTE != 0 || millis == 0) {
            parts.add(length(millis % MINUTE));
        }
        return String.join(" ", parts);
    }

    /** {@code 1,204}. */
    public static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** {@code 1 play}, {@code 1,204 plays}. */
    public static String of(long number, String one) {
        return number(number) + " " + one + (number == 1 ? "" : "s");
    }

    /** {@code 29 %} of a whole; {@code 0 %} of nothing. */
    public static String share(long part, long whole) {
        return whole == 0 ? "0 %" : Math.round(100.0 * part / whole) + " %";
    }

    private static String twoDigits(long number) {
        return String.format(Locale.ROOT, "%02d", number);
    }
}
