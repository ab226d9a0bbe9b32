package dev.segue.domain.kpi;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;

/**
 * When the editions of one playlist, album or radio were first listened to in one place: who came out how many weeks before
 * another, whether editions come out every day or every other week.
 *
 * @param byEdition the first local day of each
 */
public record Releases(Map<String, LocalDate> byEdition) {

    /** How many days an edition may have come out too early or too late for its week. */
    public static final int MOST_DAYS_OFF = 3;

    private static final int DAYS_OF_A_WEEK = 7;

    public Releases {
        byEdition = Map.copyOf(byEdition);
    }

    /**
     * The edition that came out so many weeks before another: the one nearest to that day, at most
     * {@value #MOST_DAYS_OFF} days off; of two equally near ones the later. Empty if there is none, or the other is not known.
     *
     * @param weeks 1 or more
     */
    public Optional<String> weeksBefore(String edition, int weeks) {
        LocalDate released = byEdition.get(edition);
        if (released == null) {
            return Optional.empty();
        }
        LocalDate day = released.minusDays((long) DAYS_OF_A_WEEK * weeks);
        return byEdition.entrySet().stream()
                .filter(other -> daysOff(other, day) <= MOST_DAYS_OFF)
                .min(Comparator.comparingLong((Map.Entry<String, LocalDate> other) -> daysOff(other, day))
                        .thenComparing(
                                Map.Entry.<String, LocalDate>comparingByValue().reversed())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey);
    }

    /**
     * Until when an edition was the newest: the day on which one after it, by name, came out. Empty if none has come out on a
     * later day, or the edition is not known. One before it that was first listened to later changes nothing.
     */
    public Optional<LocalDate> newestUntil(String edition) {
        LocalDate released = byEdition.get(edition);
        return released == null
                ? Optional.empty()
                : byEdition.entrySet().stream()
                        .filter(other -> other.getKey().compareTo(edition) > 0)
                        .map(Map.Entry::getValue)
                        .filter(other -> other.isAfter(released))
                        .min(Comparator.naturalOrder());
    }

    private static long daysOff(Map.Entry<String, LocalDate> edition, LocalDate day) {
        return Math.abs(ChronoUnit.DAYS.between(edition.getValue(), day));
    }
}
