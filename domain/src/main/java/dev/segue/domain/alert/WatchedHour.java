package dev.segue.domain.alert;

import dev.segue.domain.alert.Incident.Direction;
import java.util.Arrays;

/** An hour that is still being evaluated: what was told of it by each age, and what was found. */
public final class WatchedHour {

    private final Reading[] readings;
    private final int[] streaks;
    private String zone;
    private Evaluation found;
    private boolean unusual;
    private int knownFrom;
    private Reading last;

    /** Of which nothing was told yet. */
    WatchedHour(int ages) {
        this(new Reading[ages], new int[ages], null, null, false, ages, null);
    }

    /**
     * What was kept; takes over the arrays.
     *
     * @param readings by age, null where nothing was told
     * @param streaks by age: how many evaluations in a row found unusual, negative when lower
     * @param zone the main time zone, or null when nothing was told
     * @param found at the latest age that could be evaluated, or null
     * @param unusual whether that is unusual
     * @param knownFrom the first age at which a row was as of the hour's end or later; as many as there are ages while
     *     none was. A clock that leaps over an age leaves what was read before the leap, of which nobody knows how much is
     *     missing
     * @param last what was read as of later than the last age, or null
     */
    public WatchedHour(
            Reading[] readings,
            int[] streaks,
            String zone,
            Evaluation found,
            boolean unusual,
            int knownFrom,
            Reading last) {
        this.readings = readings;
        this.streaks = streaks;
        this.zone = zone;
        this.found = found;
        this.unusual = unusual;
        this.knownFrom = knownFrom;
        this.last = last;
    }

    /** For whoever writes it down; not to be changed. */
    public Reading[] readings() {
        return readings;
    }

    /** For whoever writes it down; not to be changed. */
    public int[] streaks() {
        return streaks;
    }

    /** The main time zone, or null when nothing was told. */
    public String zone() {
        return zone;
    }

    /** What was found at the latest age that could be evaluated, or null. */
    public Evaluation found() {
        return found;
    }

    public boolean unusual() {
        return unusual;
    }

    /** The first age at which a row was as of the hour's end or later; as many as there are ages while none was. */
    public int knownFrom() {
        return knownFrom;
    }

    /** What was read as of later than the last age, or null. */
    public Reading last() {
        return last;
    }

    /** By age; null where nothing is known for sure. */
    Reading[] known() {
        Reading[] known = readings.clone();
        Arrays.fill(known, 0, knownFrom, null);
        return known;
    }

    /** One that shares nothing that can change. */
    public WatchedHour copy() {
        return new WatchedHour(readings.clone(), streaks.clone(), zone, found, unusual, knownFrom, last);
    }

    /** Takes in a row that is as of an age; as of later than the last one when that is as many as there are ages. */
    void observe(String mainTimeZone, int fromAge, boolean hasEnded, Reading reading) {
        zone = mainTimeZone;
        Arrays.fill(readings, fromAge, readings.length, reading);
        if (hasEnded) {
            knownFrom = Math.min(knownFrom, fromAge);
        }
        if (fromAge == readings.length) {
            last = reading;
        }
    }

    Reading reading(int age) {
        return readings[age];
    }

    void assumeNothingWasHeard(int age) {
        Arrays.fill(readings, age, readings.length, Reading.NOTHING);
        knownFrom = Math.min(knownFrom, age);
    }

    void find(Evaluation evaluation, boolean isUnusual) {
        found = evaluation;
        unusual = isUnusual;
    }

    boolean isUnusual(Direction direction) {
        return unusual && found.direction() == direction;
    }

    /** Of both lengths of what came before, the one that is continued: signed, negative when lower. */
    void continueStreak(int age, WatchedHour before, boolean evaluated) {
        int sameHour = age == 0 ? 0 : streaks[age - 1];
        int sameAge = before == null ? 0 : before.streaks[age];
        if (!evaluated) {
            streaks[age] = Math.abs(sameHour) >= Math.abs(sameAge) ? sameHour : sameAge;
        } else if (unusual) {
            int sign = found.direction() == Direction.LOWER ? -1 : 1;
            streaks[age] = sign * (1 + Math.max(0, Math.max(sign * sameHour, sign * sameAge)));
        } else {
            streaks[age] = 0;
        }
    }

    int streak(int age) {
        return Math.abs(streaks[age]);
    }
}
