package dev.segue.adapters.web.view;

import dev.segue.domain.kpi.KpiWindow;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAdjusters;
import java.util.Map;

/**
 * From when to when a KPI is shown, by the local clocks of its place. A query that makes no sense has a problem, and stands for
 * the usual range.
 *
 * @param preset the name of a preset; null if dates, or nothing, were requested
 * @param latest how long the preset is, up to the newest window; null for none, and for everything
 * @param from the first day; null if no dates were requested
 * @param to the last day, included; null if no dates were requested
 * @param problem what is wrong with the query, in a sentence; null if nothing is
 */
record DateRange(String preset, Duration latest, LocalDate from, LocalDate to, String problem) {

    /** What is usual for a period. */
    static final DateRange USUAL = new DateRange(null, null, null, null, null);

    private static final String ALL = "all";
    private static final Map<String, Duration> PRESETS =
            Map.of("24h", Duration.ofDays(1), "7d", Duration.ofDays(7), "28d", Duration.ofDays(28));

    private static final int FIRST_YEAR = 1970;
    private static final int LAST_YEAR = 9999;

    /** Of what was written instead of a date or a preset, so many characters are repeated. */
    private static final int MOST_REPEATED = 40;

    /** That of {@code range}, or of {@code from} and {@code to}, which are dates such as 2026-03-01. */
    static DateRange of(Map<String, String> query) {
        String preset = query.get("range");
        String from = query.get("from");
        String to = query.get("to");
        if (preset != null && (from != null || to != null)) {
            return wrong("Both a range and dates were requested. Choose one of them.");
        }
        if (preset != null) {
            return preset(preset);
        }
        if (from == null && to == null) {
            return USUAL;
        }
        if (from == null || to == null) {
            return wrong("Only " + (from == null ? "the last day (to)" : "the first day (from)")
                    + " was requested. Give both from and to, as dates such as 2026-03-01.");
        }
        return dates(from, to);
    }

    private static DateRange preset(String preset) {
        return preset.equals(ALL) || PRESETS.containsKey(preset)
                ? new DateRange(preset, PRESETS.get(preset), null, null, null)
                : wrong("There is no range " + repeated(preset)
                        + ". There are 24h, 7d, 28d and all, or dates: from and to.");
    }

    private static DateRange dates(String from, String to) {
        LocalDate first = date(from);
        LocalDate last = date(to);
        if (first == null || last == null) {
            String which = first == null
                    ? "The first day (from) is " + repeated(from)
                    : "The last day (to) is " + repeated(to);
            return wrong(which + ", which is not a date from 1970 to 9999, such as 2026-03-01.");
        }
        return first.isAfter(last)
                ? wrong("The first day (from), " + first + ", is after the last day (to), " + last + ". Swap them.")
                : new DateRange(null, null, first, last, null);
    }

    private static LocalDate date(String text) {
        try {
            LocalDate date = LocalDate.parse(text);
            return date.getYear() >= FIRST_YEAR && date.getYear() <= LAST_YEAR ? date : null;
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static DateRange wrong(String problem) {
        return new DateRange(null, null, null, null, problem);
    }

    private static String repeated(String text) {
        return "\"" + (text.length() > MOST_REPEATED ? text.substring(0, MOST_REPEATED) + "…" : text) + "\"";
    }

    /** Whether neither a preset nor dates apply. */
    boolean isUsual() {
        return preset == null && from == null;
    }

    /**
     * Its first window may start then; the window that contains the first day counts.
     *
     * @param newest the start of the newest window
     * @param oldest the start of the oldest window in memory
     * @param usual how long it is usually
     */
    LocalDateTime start(KpiWindow.Period period, LocalDateTime newest, LocalDateTime oldest, Duration usual) {
        if (from != null) {
            return (period == KpiWindow.Period.WEEK
                            ? from.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                            : from)
                    .atStartOfDay();
        }
        if (ALL.equals(preset)) {
            return oldest;
        }
        return newest.minus(latest == null ? usual : latest).plusHours(1);
    }

    /**
     * Its last window must start before.
     *
     * @param end the end of the newest window
     */
    LocalDateTime end(LocalDateTime end) {
        return to == null || to.plusDays(1).atStartOfDay().isAfter(end)
                ? end
                : to.plusDays(1).atStartOfDay();
    }
}
