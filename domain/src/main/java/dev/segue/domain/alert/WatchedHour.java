package dev.segue.domain.alert;

import dev.segue.domain.alert.Incident.Direction;
import dev.segue.domain.alert.baseline.Reading;
import java.util.Arrays;

/** An hour that is still being evaluated: its value known at each age, and the result. */
public final class WatchedHour {

    private final Reading[] readings;
    private final int[] streaks;
    private String zone;
    private Evaluation found;
    private boolean unusual;
    private int knownFrom;
    private Reading last;

    /** An hour without observations. */
    WatchedHour(int ages) {
        this(new Reading[ages], new int[ages], null, null, false, ages, null);
    }

    /**
     * Restores stored state; takes ownership of the arrays.
     *
     * @param readings by age, null where nothing was observed
     * @param streaks by age: how many evaluations in a row found unusual, negative when lower
     * @param zone the main time zone, or null when nothing was observed
     * @param found at the latest age that could be evaluated, or null
     * @param unusual whether {@code found} is unusual
     * @param knownFrom the first age with a row as of the hour's end or later; the number of ages while there is none.
     *     When a clock skips an age, the readings of earlier ages may lack an unknown amount
     * @param last the reading as of later than the last age, or null
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

    /** For serialization; not to be changed. */
    public Reading[] readings() {
        return readings;
    }

    /** For serialization; not to be changed. */
    public int[] streaks() {
        return streaks;
    }

    /** The main time zone, or null when nothing was observed. */
    public String zone() {
        return zone;
    }

    /** The evaluation at the latest age that could be evaluated, or null. */
    public Evaluation found() {
        return found;
    }

    public boolean unusual() {
        return unusual;
    }

    /** The first age with a row as of the hour's end or later; the number of ages while there is none. */
    public int knownFrom() {
        return knownFrom;
    }

    /** The reading as of later than the last age, or null. */
    public Reading last() {
        return last;
    }

    /** By age; null where the value is not certain. */
    Reading[] known() {
        Reading[] known = readings.clone();
        Arrays.fill(known, 0, knownFrom, null);
        return known;
    }

    /** A copy that shares no mutable state. */
    public WatchedHour copy() {
        return new WatchedHour(readings.clone(), streaks.clone(), zone, found, unusual, knownFrom, last);
    }

    /** Accepts a row as of this age; {@code fromAge} is the number of ages for a row after the last one. */
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

    /** Nobody listened, as far as is known at this age. */
    void assumeSilence(int age) {
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

    /**
     * Continues the longer of two streaks: that of the same hour at the age before, and that of the hour before at the
     * same age. Signed; negative when lower.
     */
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
