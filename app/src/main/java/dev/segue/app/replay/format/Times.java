package dev.segue.app.replay.format;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;

/** Reads points in time as people and programs write them. */
final class Times {

    private static final DateTimeFormatter ISO = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .appendPattern("['T'][' ']")
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .appendPattern("[' '][XXX][XX][X]")
            .toFormatter(Locale.ROOT)
            .withChronology(IsoChronology.INSTANCE)
            .withResolverStyle(ResolverStyle.STRICT);

    private static final long EARLIEST =
            LocalDateTime.of(1, 1, 1, 0, 0).toInstant(ZoneOffset.UTC).toEpochMilli();
    private static final long LATEST =
            LocalDateTime.of(9999, 12, 31, 0, 0).toInstant(ZoneOffset.UTC).toEpochMilli();

    private Times() {}

    /**
     * Reads ISO-8601, with a {@code T} or a space in the middle, a fraction of seconds or none.
     *
     * @param assumed what holds when the text names no offset; null when it has to name one
     * @return milliseconds since the epoch, or null when it is no such time
     */
    static Long ofIso(String text, ZoneOffset assumed) {
        try {
            TemporalAccessor time =
                    ISO.parseBest(withoutZoneName(text.strip()), OffsetDateTime::from, LocalDateTime::from);
            if (time instanceof OffsetDateTime known) {
                return known.toInstant().toEpochMilli();
            }
            return assumed == null
                    ? null
                    : ((LocalDateTime) time).toInstant(assumed).toEpochMilli();
        } catch (DateTimeException | ArithmeticException e) {
            return null;
        }
    }

    /** Reads a count of milliseconds since the epoch; null when it is none, or outside the years 1 to 9999. */
    static Long ofEpochMillis(String text) {
        Long millis = wholeNumber(text);
        return millis == null || millis < EARLIEST || millis > LATEST ? null : millis;
    }

    /** Reads a length of time in milliseconds; null when it is none, or longer than there are years to count. */
    static Long ofLength(String text) {
        Long length = wholeNumber(text);
        return length == null || Math.abs(length) > LATEST ? null : length;
    }

    /** Reads a whole number, written {@code 12} or {@code 12.0} or {@code 1.2e1}; null when it is none or too large. */
    private static Long wholeNumber(String text) {
        try {
            return text.length() <= 18 && text.chars().allMatch(c -> c >= '0' && c <= '9')
                    ? Long.parseLong(text)
                    : exactly(new BigDecimal(text.strip()));
        } catch (ArithmeticException | NumberFormatException e) {
            return null;
        }
    }

    private static long exactly(BigDecimal number) {
        // A number of a billion digits is short to write and long to expand.
        if (Math.abs((long) number.scale()) > 40) {
            throw new ArithmeticException("out of range");
        }
        return number.longValueExact();
    }

    private static String withoutZoneName(String text) {
        return text.endsWith("UTC") ? text.substring(0, text.length() - 3).stripTrailing() + "Z" : text;
    }
}
