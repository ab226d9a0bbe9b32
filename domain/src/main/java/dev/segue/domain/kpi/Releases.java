package dev.segue.domain.kpi;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

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

    /**
     * For how many days an edition was the newest, in a place that first listened to it on a day of its own: at least 1. Empty if
     * it still is.
     *
     * @param firstThere the first local day on which it was listened to there
     */
    public OptionalInt daysAsNewest(String edition, LocalDate firstThere) {
        return newestUntil(edition).stream()
                .mapToInt(until -> Math.toIntExact(Math.max(1, ChronoUnit.DAYS.between(firstThere, until))))
                .findFirst();
    }

    /**
     * Over how many days editions are compared at most: as long as the chosen one was the newest, and those before it were by
     * their median. Afterwards listeners move on, and further days would only thin the numbers out.
     *
     * @param chosen for how many days it was the newest; empty if it still is
     * @param before the same, of those before it; empty if none is known
     */
    public static int mostDays(OptionalInt chosen, IntStream before) {
        int[] sorted = before.sorted().toArray();
        int usual = sorted.length == 0 ? Integer.MAX_VALUE : sorted[sorted.length / 2];
        return Math.min(usual, chosen.orElse(Integer.MAX_VALUE));
    }

    private static long daysOff(Map.Entry<String, LocalDate> edition, LocalDate day) {
        return Math.abs(ChronoUnit.DAYS.between(edition.getValue(), day));
    }
}
