package dev.segue.app.replay;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import org.apache.flink.util.TimeUtils;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a length of time as people write it: {@code 15m}, {@code 15 min}, {@code 900s}, {@code PT15M}. */
final class Lengths implements ITypeConverter<Duration> {

    private static final Duration LONGEST = Duration.ofDays(3650);

    @Override
    public Duration convert(String text) {
        Duration length = parsed(text.strip());
        if (length.toMillis() <= 0 || length.compareTo(LONGEST) > 0) {
            throw new TypeConversionException("'" + text + "' must be at least 1 ms and at most 3650 d");
        }
        return length;
    }

    private static Duration parsed(String text) {
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
