package dev.segue.app.recount;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One local hour, day or week, and from when to when the clocks of one zone show it.
 *
 * @param name as {@link KpiRecount} calls it
 * @param startsAt when they show it first
 * @param endsAt when they have shown it for the last time
 * @param endsEverywhere when clocks that are twelve hours behind UTC have shown it
 */
record RecountedWindow(String name, Instant startsAt, Instant endsAt, Instant endsEverywhere) {

    /** Clocks are changed at quarters of an hour. */
    private static final Duration STEP = Duration.ofMinutes(15);

    /** No clock is further from UTC, and none is changed by more. */
    private static final Duration MOST = Duration.ofHours(27);

    private static final Map<String, RecountedWindow> FOUND = new ConcurrentHashMap<>();

    /** The hour around a moment, of one offset from UTC. */
    static RecountedWindow hourWithOffset(ZonedDateTime local) {
        LocalDateTime hour = local.toLocalDateTime().truncatedTo(ChronoUnit.HOURS);
        ZoneOffset offset = local.getOffset();
        return of("HOUR " + hour + " at " + offset.getTotalSeconds(), hour, hour.plusHours(1), local.getZone(), offset);
    }

    /** The hour that clocks call so, with whatever offset. */
    static RecountedWindow hour(ZonedDateTime local) {
        LocalDateTime hour = local.toLocalDateTime().truncatedTo(ChronoUnit.HOURS);
        return of("HOUR " + hour, hour, hour.plusHours(1), local.getZone(), null);
    }

    static RecountedWindow day(ZonedDateTime local) {
        LocalDateTime day = local.toLocalDate().atStartOfDay();
        return of("DAY " + day, day, day.plusDays(1), local.getZone(), null);
    }

    /** From Monday. */
    static RecountedWindow week(ZonedDateTime local) {
        LocalDateTime monday = local.toLocalDate()
                .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                .atStartOfDay();
        return of("WEEK " + monday, monday, monday.plusWeeks(1), local.getZone(), null);
    }

    private static RecountedWindow of(
            String name, LocalDateTime start, LocalDateTime end, ZoneId zone, ZoneOffset offset) {
        return FOUND.computeIfAbsent(zone + " " + name, unknown -> look(name, start, end, zone, offset));
    }

    /** Looks at the clock every quarter of an hour. */
    private static RecountedWindow look(
            String name, LocalDateTime start, LocalDateTime end, ZoneId zone, ZoneOffset offset) {
        Instant first = null;
        Instant last = null;
        Instant stop = end.toInstant(ZoneOffset.UTC).plus(MOST);
        for (Instant at = start.toInstant(ZoneOffset.UTC).minus(MOST); at.isBefore(stop); at = at.plus(STEP)) {
            ZonedDateTime shown = at.atZone(zone);
            LocalDateTime time = shown.toLocalDateTime();
            boolean shows = !time.isBefore(start) && time.isBefore(end);
            if (shows && (offset == null || offset.equals(shown.getOffset()))) {
                first = first == null ? at : first;
                last = at.plus(STEP);
            }
        }
        return new RecountedWindow(name, first, last, end.toInstant(ZoneOffset.ofHours(-12)));
    }
}
