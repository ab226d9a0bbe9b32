package dev.segue.app.cli;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import org.apache.flink.util.TimeUtils;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Reads a length of time as people write it: {@code 15m}, {@code 15 min}, {@code 900s}, {@code PT15M}. Which class an
 * option names says how short it may be; all end at ten years.
 */
public abstract class Lengths implements ITypeConverter<Duration> {

    private static final Duration LONGEST = Duration.ofDays(3650);

    private final Duration shortest;
    private final String shortestInWords;

    private Lengths(Duration shortest, String shortestInWords) {
        this.shortest = shortest;
        this.shortestInWords = shortestInWords;
    }

    /** None at all will do. */
    public static final class FromZero extends Lengths {
        FromZero() {
            super(Duration.ZERO, "0");
        }
    }

    /** At least a millisecond. */
    public static final class FromOneMillisecond extends Lengths {
        FromOneMillisecond() {
            super(Duration.ofMillis(1), "1 ms");
        }
    }

    /** At least a second. */
    public static final class FromOneSecond extends Lengths {
        FromOneSecond() {
            super(Duration.ofSeconds(1), "1 s");
        }
    }

    @Override
    public final Duration convert(String text) {
        Duration length = parsed(text.strip());
        if (length.compareTo(shortest) < 0 || length.compareTo(LONGEST) > 0) {
            throw new TypeConversionException(
                    "'" + text + "' must be at least " + shortestInWords + " and at most 3650 d");
        }
        return length;
    }

    private static Duration parsed(String text) {
        if (text.equals("0")) {
            return Duration.ZERO;
        }
        boolean unitless = text.chars().allMatch(Character::isDigit);
        if (!unitless) {
            try {
                String upper = text.toUpperCase(Locale.ROOT);
                return upper.startsWith("P") ? Duration.parse(upper) : TimeUtils.parseDuration(text);
            } catch (DateTimeParseException | IllegalArgumentException | ArithmeticException e) {
                // Falls through: whatever is wrong with it, the person needs an example.
            }
        }
        throw new TypeConversionException("'" + text + "' is no length of time; for example 15m, 900s or PT15M");
    }
}
