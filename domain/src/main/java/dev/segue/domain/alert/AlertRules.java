package dev.segue.domain.alert;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.time.ZoneId;
import java.util.List;

/**
 * What holds for all policies: when hours are evaluated, and with what they are compared.
 *
 * @param agesMs how long after an hour ended it is evaluated, in milliseconds, rising; the last one also stands for what
 *     is settled
 * @param weeks with so many weeks before it an hour is compared, at most
 * @param leastWeeks and with so many at least: with fewer, it is not evaluated
 * @param newNormalMs an incident that lasts so long is usual from then on, in milliseconds
 * @param mostIncomparable an incident ends after so many hours in a row that could not be compared; from 1
 */
public record AlertRules(
        List<Long> agesMs, int weeks, int leastWeeks, long newNormalMs, int mostIncomparable, Holidays holidays)
        implements Serializable {

    private static final long MINUTE = 60_000;
    private static final long DAY = 24 * LocalHour.MS;

    public static final AlertRules DEFAULT =
            new AlertRules(List.of(10 * MINUTE, 60 * MINUTE, 6 * 60 * MINUTE), 6, 3, 14 * DAY, 24, Holidays.NONE);

    public AlertRules {
        agesMs = List.copyOf(agesMs);
        requireNonNull(holidays, "holidays");
        if (agesMs.isEmpty()) {
            throw new IllegalArgumentException("agesMs must not be empty");
        }
        long before = -1;
        for (long age : agesMs) {
            if (age <= before) {
                throw new IllegalArgumentException("agesMs must rise from 0 or more, but are " + agesMs);
            }
            before = age;
        }
        if (leastWeeks < 2 || weeks < leastWeeks) {
            throw new IllegalArgumentException("leastWeeks must be 2 to weeks, but is " + leastWeeks + " of " + weeks);
        }
        if (newNormalMs <= 0 || mostIncomparable <= 0) {
            throw new IllegalArgumentException("newNormalMs and mostIncomparable must be positive, but are "
                    + newNormalMs + " and " + mostIncomparable);
        }
    }

    /**
     * Whether an hour can be compared with those of other weeks: neither the odd hours of nights when clocks are changed nor
     * holidays can.
     *
     * @param country whose holidays they are; null when there are none
     */
    boolean isLikeOthers(long hour, ZoneId zone, String country) {
        return LocalHour.isRegular(hour, zone) && !holidays.include(country, LocalHour.day(hour));
    }

    int lastAge() {
        return agesMs.size() - 1;
    }
}
