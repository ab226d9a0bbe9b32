package dev.segue.domain.kpi;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The listening to one edition of a playlist, album or radio in one place, in the days after its release. Editions are
 * compared at the same age: over as many days.
 *
 * @param released the first local day on which it was listened to
 * @param days how many days from then on are counted; at least 1
 * @param listenerDays the sum, over these days, of how many different listeners a day had
 * @param numbers of these days together
 */
public record EditionToDate(LocalDate released, int days, long listenerDays, KpiNumbers numbers) {

    /** So many runs have to reach a song before the share that skipped it is shown. */
    public static final int LEAST_RUNS = 30;

    public EditionToDate {
        requireNonNull(released, "released");
        requireNonNull(numbers, "numbers");
        if (days < 1) {
            throw new IllegalArgumentException("at least one day must be counted, but days is " + days);
        }
    }

    /**
     * Adds up the first days of an edition.
     *
     * @param rows its rows by the day, in one place or in several that do not overlap, oldest first; at least one
     * @param days how many days after its release count, at least 1
     */
    public static EditionToDate of(List<KpiRow> rows, int days) {
        LocalDate released = released(rows);
        LocalDate end = released.plusDays(days);
        long listenerDays = 0;
        KpiNumbers numbers = KpiNumbers.NONE;
        for (KpiRow row : rows) {
            if (row.window().start().toLocalDate().isBefore(end)) {
                listenerDays += row.listeners();
                numbers = numbers.plus(row.numbers());
            }
        }
        return new EditionToDate(released, days, listenerDays, numbers);
    }

    /**
     * How many days since the release are over.
     *
     * @param rows as for {@link #of}
     */
    public static int age(List<KpiRow> rows) {
        return rows.stream()
                .filter(KpiRow::over)
                .mapToInt(row -> dayOf(row, rows) + 1)
                .max()
                .orElse(0);
    }

    /** How many days after the release a row's day is; 0 on that day. */
    public static int dayOf(KpiRow row, List<KpiRow> rows) {
        return Math.toIntExact(
                ChronoUnit.DAYS.between(released(rows), row.window().start().toLocalDate()));
    }

    private static LocalDate released(List<KpiRow> rows) {
        return rows.get(0).window().start().toLocalDate();
    }

    /** Different listeners on a day, on average. */
    public double listenersADay() {
        return (double) listenerDays / days;
    }

    /** How long a listener listened on a day, on average over those who did, in milliseconds; empty when nobody did. */
    public OptionalDouble listenedMsADay() {
        return share(numbers.listenedMs(), listenerDays);
    }

    /** The share of plays that were skipped before they had played for 5 s (quick), 0 to 1; empty when there are none. */
    public OptionalDouble quickSkipRate() {
        return share(numbers.skips().quick(), numbers.plays());
    }

    /** The share of plays that were skipped before they had played for 30 s (quick or early), 0 to 1. */
    public OptionalDouble earlySkipRate() {
        return share(numbers.skips().quick() + numbers.skips().early(), numbers.plays());
    }

    /**
     * The share of runs that went on beyond so many songs, 0 to 1: the survival function of the songs of a run. Exact up to
     * {@link Buckets#EXACT_UP_TO} songs. Empty when there are no runs.
     *
     * @param songs 0 or more
     */
    public OptionalDouble beyond(int songs) {
        long all = numbers.songsPerRun().total();
        return share(numbers.songsPerRun().countFrom(songs + 1), all);
    }

    /**
     * The share of runs that skipped a song, of those that reached it, 0 to 1. Empty where fewer than {@link #LEAST_RUNS} runs
     * reached it: a few listeners would make it jump.
     *
     * @param song its number in the run, 1 to {@link dev.segue.domain.listening.Run#MOST_NUMBERED}
     */
    public OptionalDouble skippedAt(int song) {
        long reached = reached(song);
        int skipped = numbers.skippedSongs().countOf(song);
        return reached < LEAST_RUNS ? OptionalDouble.empty() : share(skipped, reached);
    }

    /**
     * How many runs reached a song.
     *
     * @param song its number in the run, from 1; exact up to {@link Buckets#EXACT_UP_TO}
     */
    public long reached(int song) {
        return numbers.songsPerRun().countFrom(song);
    }

    /** How many of these ended with it. */
    public long endedAt(int song) {
        return numbers.songsPerRun().countOf(song);
    }

    /** The share of runs that ended before this song, 0 to 1; empty when there are no runs. */
    public OptionalDouble leftBefore(int song) {
        OptionalDouble stayed = beyond(song - 1);
        return stayed.isPresent() ? OptionalDouble.of(1 - stayed.getAsDouble()) : stayed;
    }

    private static OptionalDouble share(long part, long whole) {
        return whole == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) part / whole);
    }
}
