package dev.segue.adapters.files.format;

import dev.segue.adapters.files.format.text.IsoTime;
import dev.segue.domain.playback.RejectionReason;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** Reads times and durations as people and programs write them. */
final class Times {

    private static final long SECOND = 1000;

    private static final long EARLIEST = SECOND * secondsOfYear(1);
    private static final long LATEST = SECOND * secondsOfYear(10_000);

    /** Numbers between these two, taken as milliseconds, fall in January and February 1970. */
    private static final long SECONDS_OF_1990 = secondsOfYear(1990);

    private static final long SECONDS_OF_2100 = secondsOfYear(2100);

    private Times() {}

    /**
     * Reads a time: what {@link IsoTime} reads, or milliseconds since the epoch.
     *
     * @param field its name in an explanation
     * @param text not null
     * @param assumed the offset of a text that names none; null when the text must name one
     * @return milliseconds since the epoch, in the years 1 to 9999
     * @throws Unusable when it is not such a time, or most likely counts another unit than milliseconds
     */
    static long of(String field, String text, ZoneOffset assumed) throws Unusable {
        String written = text.strip();
        Long count = wholeNumber(written, RoundingMode.FLOOR);
        if (count != null) {
            return ofCount(field, count);
        }
        Long time = IsoTime.millis(written, assumed);
        if (time == null && assumed == null && IsoTime.millis(written, ZoneOffset.UTC) != null) {
            throw noTime(
                    field, "does not say its offset from UTC; write 2024-05-01T10:03:00Z or 2024-05-01T12:03:00+02:00");
        }
        if (time == null || !isIn(time, EARLIEST, LATEST)) {
            throw notReadable(field);
        }
        return time;
    }

    /**
     * Reads a number of seconds since the epoch, fractions included.
     *
     * @param field its name in an explanation
     * @param text not null
     * @return milliseconds since the epoch, not before 2000
     * @throws Unusable when it is not such a number, or most likely counts another unit than seconds
     */
    static long ofSeconds(String field, String text) throws Unusable {
        Long millis = millis(text.strip());
        if (millis == null || !isIn(millis, 0, SECONDS_OF_2100 * SECOND)) {
            throw noTime(field, "is not a number of seconds since the epoch such as 1714557780");
        }
        return ofStreaming(field, millis);
    }

    /** The time in a field that counts seconds, as {@link #ofSeconds} reads it. */
    static long requiredSeconds(Fields fields, String field) throws Unusable {
        return ofSeconds(field, required(fields, field));
    }

    /** The value of a field that holds a time. */
    static String required(Fields fields, String field) throws Unusable {
        String written = fields.plain(field);
        if (written == null || written.isBlank()) {
            throw noTime(field, "is missing");
        }
        return written;
    }

    /**
     * Refuses a time before 2000, too early for streaming.
     *
     * @return {@code millis}
     */
    static long ofStreaming(String field, long millis) throws Unusable {
        if (millis < SECOND * secondsOfYear(2000)) {
            throw noTime(field, "is before 2000, too early for streaming");
        }
        return millis;
    }

    /** The milliseconds in a number of seconds such as {@code 180} or {@code 180.5}; null when it is not one. */
    static Long millis(String seconds) {
        try {
            return seconds.length() > 40
                    ? null
                    : ofLength(Long.toString(whole(new BigDecimal(seconds).scaleByPowerOfTen(3), RoundingMode.FLOOR)));
        } catch (NumberFormatException | ArithmeticException e) {
            return null;
        }
    }

    /** Brings every spelling of a time into one form; text that is not a time is returned unchanged. */
    static String plain(String text, ZoneOffset assumed) {
        try {
            return Instant.ofEpochMilli(of("", text, assumed)).toString();
        } catch (Unusable e) {
            return text;
        }
    }

    /** The error for a value that is not a supported time. */
    static Unusable notReadable(String field) {
        return noTime(
                field,
                "is not a time that Segue reads; write 2024-05-01T10:03:00Z, or milliseconds since the epoch such as"
                        + " 1714557780000");
    }

    /** Reads a duration in milliseconds; null when it is not one or is out of range. */
    static Long ofLength(String text) {
        Long length = wholeNumber(text.strip(), RoundingMode.UNNECESSARY);
        return length == null || Math.abs(length) > LATEST ? null : length;
    }

    /** Reads {@code 12}, {@code 12.0} or {@code 1.2e1}; null when it is not a number or is too large. */
    private static Long wholeNumber(String text, RoundingMode rounding) {
        if (!text.chars().allMatch(c -> "0123456789+-.eE".indexOf(c) >= 0)) {
            return null;
        }
        try {
            return text.length() <= 18 && text.chars().allMatch(c -> c >= '0' && c <= '9')
                    ? Long.parseLong(text)
                    : whole(new BigDecimal(text), rounding);
        } catch (ArithmeticException | NumberFormatException e) {
            return null;
        }
    }

    private static long whole(BigDecimal number, RoundingMode rounding) {
        // A number of a billion digits can be short in writing and is expensive to expand.
        if (Math.abs((long) number.scale()) > 40) {
            throw new ArithmeticException("out of range");
        }
        return number.setScale(0, rounding).longValueExact();
    }

    private static long ofCount(String field, long count) throws Unusable {
        refuseCountOf("seconds", 1, "multiply it by 1000", field, count);
        refuseCountOf("microseconds", 1_000_000, "divide it by 1000", field, count);
        refuseCountOf("nanoseconds", 1_000_000_000, "divide it by 1000000", field, count);
        if (!isIn(count, EARLIEST, LATEST) || isDate(count)) {
            throw notReadable(field);
        }
        return count;
    }

    private static void refuseCountOf(String unit, long perSecond, String remedy, String field, long count)
            throws Unusable {
        if (isIn(count, SECONDS_OF_1990 * perSecond, SECONDS_OF_2100 * perSecond)) {
            throw noTime(field, "seems to count " + unit + ", but must be milliseconds since the epoch; " + remedy);
        }
    }

    /** Whether it is a date written as digits, such as 20240501, rather than a time. */
    private static boolean isDate(long count) {
        return isIn(count, 1990_01_01, 2100_01_01);
    }

    private static boolean isIn(long number, long from, long before) {
        return number >= from && number < before;
    }

    private static Unusable noTime(String field, String what) {
        return new Unusable(RejectionReason.NO_TIME, "The field " + field + " " + what + ".");
    }

    private static long secondsOfYear(int year) {
        return LocalDateTime.of(year, 1, 1, 0, 0).toEpochSecond(ZoneOffset.UTC);
    }
}
