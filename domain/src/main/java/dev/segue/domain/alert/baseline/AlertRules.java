package dev.segue.domain.alert.baseline;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.time.ZoneId;
import java.util.List;

/**
 * Parameters that all policies share: when hours are evaluated, and with what they are compared.
 *
 * @param agesMs how long after its end an hour is evaluated, in milliseconds, ascending; values at the last age
 *     count as settled
 * @param weeks the maximum number of earlier weeks with which an hour is compared
 * @param leastWeeks the minimum number of weeks; with fewer, the hour is not evaluated
 * @param newNormalMs an incident that lasts this long becomes the new baseline, in milliseconds
 * @param mostIncomparable an incident ends after this many hours in a row that could not be compared; from 1
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
                throw new IllegalArgumentException("agesMs must be ascending and not negative, but are " + agesMs);
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
     * Whether an hour can be compared with those of other weeks. Holidays cannot, and neither can the irregular hours
     * of nights in which the clocks change.
     *
     * @param country whose holidays apply; null for none
     */
    public boolean isLikeOthers(long hour, ZoneId zone, String country) {
        return LocalHour.isRegular(hour, zone) && !holidays.include(country, LocalHour.day(hour));
    }

    public int lastAge() {
        return agesMs.size() - 1;
    }
}
