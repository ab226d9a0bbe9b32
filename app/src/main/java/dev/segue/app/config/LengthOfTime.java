package dev.segue.app.config;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.flink.util.TimeUtils;

/**
 * Reads a length of time: {@code 15min}, {@code 15 min}, {@code 900s}, {@code PT15M}. Configuration files and the
 * command line both use it, so they accept the same texts. A number needs a unit, except {@code 0}.
 */
public final class LengthOfTime {

    /** The maximum for all settings and options: ten years. */
    public static final Duration LONGEST = Duration.ofDays(3650);

    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final int NANOS_OF_A_MILLI = 1_000_000;

    private LengthOfTime() {}

    /**
     * The length in the text; may be negative (in ISO form), and longer than {@link #LONGEST}.
     *
     * @throws IllegalArgumentException when the text is not a length, or not a whole number of milliseconds
     */
    public static Duration parse(String text) {
        String stripped = text.strip();
        if (stripped.equals("0")) {
            return Duration.ZERO;
        }
        if (lacksUnit(stripped)) {
            throw new IllegalArgumentException(text + " has no unit");
        }
        Duration length = parsed(stripped);
        if (length.toNanosPart() % NANOS_OF_A_MILLI != 0) {
            throw new IllegalArgumentException(text + " is not a whole number of milliseconds");
        }
        return length;
    }

    /** Whether the text is a number without a unit, other than 0. */
    public static boolean lacksUnit(String text) {
        return !text.strip().equals("0") && NUMBER.matcher(text.strip()).matches();
    }

    /** What to write instead of a number without a unit, as a sentence. */
    public static String withUnits(String number) {
        String n = number.strip();
        return "Write " + n + "min, " + n + "s or " + n + "ms.";
    }

    private static Duration parsed(String text) {
        String upper = text.toUpperCase(Locale.ROOT);
        try {
            return upper.matches("[+-]?P.*") ? Duration.parse(upper) : TimeUtils.parseDuration(text);
        } catch (DateTimeParseException | ArithmeticException e) {
            throw new IllegalArgumentException(text + " is not a duration", e);
        }
    }
}
