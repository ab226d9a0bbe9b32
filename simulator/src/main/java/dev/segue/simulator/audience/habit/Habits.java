package dev.segue.simulator.audience.habit;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.SplittableRandom;

/** When someone tends to listen, by hour and weekday in local time. */
public final class Habits {

    private final ZoneId zone;
    private final SplittableRandom chance;

    public Habits(String timeZone, SplittableRandom chance) {
        this.zone = ZoneId.of(timeZone);
        this.chance = chance;
    }

    /**
     * The next time at which they want to listen.
     *
     * @param leastMs the shortest break
     * @param usualMs the average length of the break beyond that, in the best hours
     */
    public long nextAfter(long time, long leastMs, double usualMs) {
        long candidate = time + leastMs;
        do {
            candidate += exponential(usualMs);
        } while (chance.nextDouble() > inclination(candidate));
        return candidate;
    }

    /** An exponentially distributed duration. */
    public long exponential(double mean) {
        return (long) (-mean * Math.log(1 - chance.nextDouble()));
    }

    /** Higher in the evening than at night; higher on the way to work, and later in the morning on days off. */
    private double inclination(long time) {
        ZonedDateTime local = Instant.ofEpochMilli(time).atZone(zone);
        int hour = local.getHour();
        boolean weekend = local.getDayOfWeek() == DayOfWeek.SATURDAY || local.getDayOfWeek() == DayOfWeek.SUNDAY;
        if (hour < 6) {
            return weekend && hour < 3 ? 0.3 : 0.1;
        }
        if (hour < 9) {
            return weekend ? 0.3 : 0.8;
        }
        return hour < 17 ? 0.6 : 1;
    }
}
