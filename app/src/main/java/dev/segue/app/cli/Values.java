package dev.segue.app.cli;

import dev.segue.app.config.Setting;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.function.LongFunction;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the values of options, and says what is expected when one cannot be read. */
final class Values {

    private static final Pattern WHOLE = Pattern.compile("[+-]?[0-9]{1,100}");

    private Values() {}

    /** Makes {@code line} and all its commands read values this way. */
    static void readBy(CommandLine line) {
        ITypeConverter<Integer> whole = whole(Integer.MIN_VALUE, Integer.MAX_VALUE, value -> (int) value);
        ITypeConverter<Long> large = whole(Long.MIN_VALUE, Long.MAX_VALUE, value -> value);
        line.registerConverter(int.class, whole);
        line.registerConverter(Integer.class, whole);
        line.registerConverter(long.class, large);
        line.registerConverter(Long.class, large);
        line.registerConverter(double.class, Values::decimal);
        line.registerConverter(Double.class, Values::decimal);
        line.registerConverter(Instant.class, Values::instant);
    }

    private static <N> ITypeConverter<N> whole(long least, long most, LongFunction<N> as) {
        return text -> {
            if (!WHOLE.matcher(text).matches()) {
                throw new TypeConversionException("'" + text + "' is not a whole number; for example 1000");
            }
            BigInteger value = new BigInteger(text);
            if (value.compareTo(BigInteger.valueOf(least)) < 0 || value.compareTo(BigInteger.valueOf(most)) > 0) {
                throw new TypeConversionException(
                        "'" + text + "' is out of range; expected a whole number from " + least + " to " + most);
            }
            return as.apply(value.longValueExact());
        };
    }

    private static double decimal(String text) {
        try {
            return Setting.asDecimal(text);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException("'" + text + "' is not a number; for example 1000 or 0.5");
        }
    }

    private static Instant instant(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw new TypeConversionException("'" + text
                    + "' is not a time with an offset; for example 2026-10-24T22:00:00Z or"
                    + " 2026-10-25T00:00:00+02:00");
        }
    }
}
