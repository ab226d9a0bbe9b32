package dev.segue.domain.history;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoField;
import java.time.zone.ZoneOffsetTransition;
import java.util.Collections;
import java.util.NavigableSet;
import java.util.TreeMap;

/**
 * When someone listened, by the clocks and the calendar of one time zone: listened time for each hour of each day of
 * the week and for each date, and how many sessions began. Listening across midnight belongs to both days. It takes 3 KB
 * for each year with listening.
 */
public final class ListeningTimes {

    private static final int HOURS = 24;
    private static final int DAYS = DayOfWeek.values().length;
    private static final int DAYS_IN_LONGEST_YEAR = 366;
    private static final long HOUR_MS = 60 * 60_000L;

    private final ZoneId zone;
    private final long[] listened = new long[DAYS * HOURS];
    private final int[] began = new int[DAYS * HOURS];
    private final TreeMap<Integer, long[]> days = new TreeMap<>();

    /** Without any listening yet. */
    public ListeningTimes(ZoneId zone) {
        this.zone = zone;
    }

    /** Adds listening from {@code from} to {@code to}, in epoch milliseconds. */
    public void add(long from, long to) {
        long at = from;
        while (at < to) {
            ZonedDateTime local = Instant.ofEpochMilli(at).atZone(zone);
            long next = Math.min(to, nextHour(local));
            listened[slot(local.getDayOfWeek(), local.getHour())] += next - at;
            days.computeIfAbsent(local.getYear(), year -> new long[DAYS_IN_LONGEST_YEAR])[local.getDayOfYear() - 1] +=
                    next - at;
            at = next;
        }
    }

    /** Adds a session that began at {@code at}, in epoch milliseconds. */
    public void began(long at) {
        ZonedDateTime local = Instant.ofEpochMilli(at).atZone(zone);
        began[slot(local.getDayOfWeek(), local.getHour())]++;
    }

    /** The time zone. */
    public ZoneId zone() {
        return zone;
    }

    /** The year in which {@code at} lies, in epoch milliseconds. */
    int yearOf(long at) {
        return Instant.ofEpochMilli(at).atZone(zone).getYear();
    }

    /** Milliseconds listened in that hour, 0 to 23, of all days. */
    public long inHour(int hour) {
        long sum = 0;
        for (DayOfWeek day : DayOfWeek.values()) {
            sum += in(day, hour);
        }
        return sum;
    }

    /** Milliseconds listened on that day of the week. */
    public long on(DayOfWeek day) {
        long sum = 0;
        for (int hour = 0; hour < HOURS; hour++) {
            sum += in(day, hour);
        }
        return sum;
    }

    /** Milliseconds listened on that day of the week in that hour, 0 to 23. */
    public long in(DayOfWeek day, int hour) {
        return listened[slot(day, hour)];
    }

    /** How many sessions began on that day of the week in that hour, 0 to 23. */
    public int beganIn(DayOfWeek day, int hour) {
        return began[slot(day, hour)];
    }

    /** Milliseconds listened on that date. */
    public long on(LocalDate date) {
        long[] year = days.get(date.getYear());
        return year == null ? 0 : year[date.getDayOfYear() - 1];
    }

    /** Milliseconds listened in that year. */
    public long in(int year) {
        long sum = 0;
        for (long day : days.getOrDefault(year, new long[0])) {
            sum += day;
        }
        return sum;
    }

    /** How many days of that year have listening. */
    public int daysIn(int year) {
        int count = 0;
        for (long day : days.getOrDefault(year, new long[0])) {
            count += day > 0 ? 1 : 0;
        }
        return count;
    }

    /** How many days have listening. */
    public int days() {
        return days.keySet().stream().mapToInt(this::daysIn).sum();
    }

    /** The years with listening, in order. */
    public NavigableSet<Integer> years() {
        return Collections.unmodifiableNavigableSet(days.navigableKeySet());
    }

    private static int slot(DayOfWeek day, int hour) {
        return (day.getValue() - 1) * HOURS + hour;
    }

    /** The end of the hour in local time, or an earlier change of the clocks. */
    private long nextHour(ZonedDateTime local) {
        long intoHour = local.getLong(ChronoField.MILLI_OF_DAY) % HOUR_MS;
        long fullHour = local.toInstant().toEpochMilli() + HOUR_MS - intoHour;
        ZoneOffsetTransition change = zone.getRules().nextTransition(local.toInstant());
        return change == null
                ? fullHour
                : Math.min(fullHour, change.getInstant().toEpochMilli());
    }
}
