package dev.segue.replay.report;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoField;
import java.time.zone.ZoneOffsetTransition;
import java.util.Arrays;

/** Listened time for each hour of the day and each day of the week, in one time zone. */
final class ListeningHours {

    private static final int HOURS = 24;
    private static final long HOUR_MS = 60 * 60_000L;

    private final ZoneId zone;
    private final long[] byHour = new long[HOURS];
    private final long[] byWeekday = new long[DayOfWeek.values().length];

    private ListeningHours(ZoneId zone) {
        this.zone = zone;
    }

    /**
     * Adds up stretches of listening; where they overlap, time counts once.
     *
     * @param stretches from, to, from, to, ... in any order
     */
    static ListeningHours of(long[] stretches, ZoneId zone) {
        ListeningHours hours = new ListeningHours(zone);
        long[][] sorted = new long[stretches.length / 2][];
        for (int i = 0; i < sorted.length; i++) {
            sorted[i] = new long[] {stretches[2 * i], stretches[2 * i + 1]};
        }
        Arrays.sort(sorted, (one, other) -> Long.compare(one[0], other[0]));
        long played = Long.MIN_VALUE;
        for (long[] stretch : sorted) {
            hours.add(Math.max(played, stretch[0]), stretch[1]);
            played = Math.max(played, stretch[1]);
        }
        return hours;
    }

    /** Milliseconds listened in that hour of the day, 0 to 23. */
    long inHour(int hour) {
        return byHour[hour];
    }

    /** Milliseconds listened on that day of the week. */
    long on(DayOfWeek day) {
        return byWeekday[day.getValue() - 1];
    }

    private void add(long from, long to) {
        long at = from;
        while (at < to) {
            ZonedDateTime local = Instant.ofEpochMilli(at).atZone(zone);
            long next = Math.min(to, nextHour(local));
            byHour[local.getHour()] += next - at;
            byWeekday[local.getDayOfWeek().getValue() - 1] += next - at;
            at = next;
        }
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
