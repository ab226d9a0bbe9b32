package dev.segue.app.replay.report;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;

/** How long someone listened in each hour of the day and on each day of the week, by the clocks of a time zone. */
final class ListeningHours {

    private static final int HOURS = 24;

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
        long heard = Long.MIN_VALUE;
        for (long[] stretch : sorted) {
            hours.add(Math.max(heard, stretch[0]), stretch[1]);
            heard = Math.max(heard, stretch[1]);
        }
        return hours;
    }

    /** Milliseconds listened between this hour and the next, 0 to 23. */
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

    /** Where the hour of {@code local} ends, whatever the clocks do meanwhile. */
    private static long nextHour(ZonedDateTime local) {
        ZonedDateTime next = local.truncatedTo(ChronoUnit.HOURS).plusHours(1);
        // Where clocks go back by half an hour, the hour began before they did.
        return (next.isAfter(local) ? next : next.plusHours(1)).toInstant().toEpochMilli();
    }
}
