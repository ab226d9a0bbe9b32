package dev.segue.app.config;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.flink.util.TimeUtils;

/**
 * Reads a length of time as people write it: {@code 15min}, {@code 15 min}, {@code 900s}, {@code PT15M}. The one reader for
 * configuration files and the command line, so that both accept the same. A number needs its unit; only {@code 0} is the
 * same in all of them.
 */
public final class LengthOfTime {

    /** No setting and no option means more than ten years. */
    public static final Duration LONGEST = Duration.ofDays(3650);

    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final int NANOS_OF_A_MILLI = 1_000_000;

    private LengthOfTime() {}

    /**
     * The length that the text says; may be negative, when it is in ISO form, and longer than {@link #LONGEST}.
     *
     * @throws IllegalArgumentException when it says none, or one that is no whole number of milliseconds
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
            throw new IllegalArgumentException(text + " is no whole number of milliseconds");
        }
        return length;
    }

    /** Whether it is a number alone, which could mean anything. */
    public static boolean lacksUnit(String text) {
        return !text.strip().equals("0") && NUMBER.matcher(text.strip()).matches();
    }

    /** What to write instead of a number alone, as a sentence. */
    public static String withUnits(String number) {
        String n = number.strip();
        return "Write " + n + "min, " + n + "s or " + n + "ms.";
    }

    private static Duration parsed(String text) {
        String upper = text.toUpperCase(Locale.ROOT);
        try {
            return upper.matches("[+-]?P.*") ? Duration.parse(upper) : TimeUtils.parseDuration(text);
        } catch (DateTimeParseException | ArithmeticException e) {
            throw new IllegalArgumentException(text + " is no length of time", e);
        }
    }
}
