package dev.segue.adapters.files.format.text;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads times written as text: the forms of ISO 8601, also with a space instead of {@code T} or with {@code UTC} as the
 * offset, and the form of e-mail and HTTP headers (RFC 1123).
 */
public final class IsoTime {

    private static final Pattern ISO = Pattern.compile(
            "(?<date>\\d{4}-\\d{2}-\\d{2}|\\d{8}|\\d{4}-W\\d{2}-\\d|\\d{4}-\\d{3})"
                    + "(?:T| +)"
                    + "(?<hour>\\d{2})(?<colon>:?)(?<minute>\\d{2})"
                    + "(?:\\k<colon>(?<second>\\d{2})(?:[.,](?<fraction>\\d+))?)?"
                    + "(?: *(?<offset>Z|UTC|GMT|[+-]\\d{2}(?::?\\d{2})?))?"
                    + "(?:\\[(?<zone>[A-Za-z0-9/_+-]+)])?",
            Pattern.CASE_INSENSITIVE);

    private static final DateTimeFormatter RFC_1123 =
            DateTimeFormatter.RFC_1123_DATE_TIME.withResolverStyle(ResolverStyle.STRICT);

    private static final Set<String> NO_OFFSET = Set.of("Z", "UTC", "GMT");

    /** The days that can end with a leap second. */
    private static final Set<MonthDay> LEAP_SECOND_DAYS = Set.of(MonthDay.of(6, 30), MonthDay.of(12, 31));

    private static final LocalTime LAST_SECOND = LocalTime.of(23, 59, 59);

    private IsoTime() {}

    /**
     * Reads {@code text}, truncated to milliseconds; a leap second counts as the second before it.
     *
     * @param assumed the offset of a text that names none; null when the text must name one
     * @return milliseconds since the epoch, or null when it is not such a time
     */
    public static Long millis(String text, ZoneOffset assumed) {
        try {
            Matcher iso = ISO.matcher(text);
            if (iso.matches()) {
                return iso(iso, assumed);
            }
            return Character.isLetter(text.codePointAt(0))
                    ? (Long) ZonedDateTime.parse(text, RFC_1123).toInstant().toEpochMilli()
                    : null;
        } catch (DateTimeException | ArithmeticException | IndexOutOfBoundsException e) {
            return null;
        }
    }

    private static Long iso(Matcher written, ZoneOffset assumed) {
        ZoneOffset offset = offset(written.group("offset"), assumed);
        if (offset == null) {
            return null;
        }
        LocalDate date = date(written.group("date").toUpperCase(Locale.ROOT));
        int hour = number(written.group("hour"));
        int minute = number(written.group("minute"));
        int second = number(written.group("second"));
        int nanos = nanos(written.group("fraction"));
        boolean endOfDay = hour == 24 && minute == 0 && second == 0 && nanos == 0;
        boolean leapSecond = second == 60;
        LocalDateTime local =
                endOfDay ? date.plusDays(1).atStartOfDay() : date.atTime(hour, minute, leapSecond ? 59 : second, nanos);
        if (leapSecond && !canBeLeapSecond(local.minusSeconds(offset.getTotalSeconds()))) {
            return null;
        }
        return agree(written, local, offset) ? (Long) local.toInstant(offset).toEpochMilli() : null;
    }

    private static ZoneOffset offset(String written, ZoneOffset assumed) {
        if (written == null) {
            return assumed;
        }
        String offset = written.toUpperCase(Locale.ROOT);
        return NO_OFFSET.contains(offset) ? ZoneOffset.UTC : ZoneOffset.of(offset);
    }

    private static LocalDate date(String written) {
        DateTimeFormatter form =
                switch (written.length()) {
                    case 10 -> written.charAt(5) == 'W' ? DateTimeFormatter.ISO_WEEK_DATE : null;
                    case 8 ->
                        written.charAt(4) == '-'
                                ? DateTimeFormatter.ISO_ORDINAL_DATE
                                : DateTimeFormatter.BASIC_ISO_DATE;
                    default -> throw new DateTimeException("not a supported date");
                };
        return form == null
                ? LocalDate.of(number(written, 0, 4), number(written, 5, 7), number(written, 8, 10))
                : LocalDate.parse(written, form.withResolverStyle(ResolverStyle.STRICT));
    }

    private static int nanos(String fraction) {
        return fraction == null ? 0 : number((fraction + "000000000").substring(0, 9));
    }

    private static int number(String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    private static int number(String text, int from, int to) {
        return Integer.parseInt(text, from, to, 10);
    }

    private static boolean canBeLeapSecond(LocalDateTime utc) {
        return utc.toLocalTime().withNano(0).equals(LAST_SECOND) && LEAP_SECOND_DAYS.contains(MonthDay.from(utc));
    }

    /**
     * Whether the zone after the time, if any, has that offset at that time; after a {@code Z} any zone is accepted.
     */
    private static boolean agree(Matcher written, LocalDateTime local, ZoneOffset offset) {
        String zone = written.group("zone");
        String writtenOffset = written.group("offset");
        if (zone == null) {
            return true;
        }
        if (writtenOffset == null) {
            return false;
        }
        return ZoneId.of(zone).getRules().getOffset(local.toInstant(offset)).equals(offset)
                || "Z".equalsIgnoreCase(writtenOffset);
    }
}
