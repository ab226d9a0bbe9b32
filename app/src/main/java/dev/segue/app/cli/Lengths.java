package dev.segue.app.cli;

import dev.segue.app.config.LengthOfTime;
import java.time.Duration;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Reads a length of time on the command line, as {@link LengthOfTime} does in a file. The subclass that an option names
 * sets the minimum; the maximum is always ten years.
 */
public abstract class Lengths implements ITypeConverter<Duration> {

    private final Duration shortest;
    private final String shortestInWords;

    private Lengths(Duration shortest, String shortestInWords) {
        this.shortest = shortest;
        this.shortestInWords = shortestInWords;
    }

    /** Zero is allowed. */
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
        if (LengthOfTime.lacksUnit(text)) {
            throw new TypeConversionException("'" + text + "' has no unit. " + LengthOfTime.withUnits(text));
        }
        Duration length = parsed(text);
        if (length.compareTo(shortest) < 0 || length.compareTo(LengthOfTime.LONGEST) > 0) {
            throw new TypeConversionException(
                    "'" + text + "' must be at least " + shortestInWords + " and at most 3650 d");
        }
        return length;
    }

    private static Duration parsed(String text) {
        try {
            return LengthOfTime.parse(text);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException("'" + text + "' is not a duration; for example 15m, 900s or PT15M");
        }
    }
}
