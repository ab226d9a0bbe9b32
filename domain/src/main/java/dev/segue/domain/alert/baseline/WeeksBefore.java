package dev.segue.domain.alert.baseline;

import java.util.Arrays;

/**
 * The finished hours of the last weeks of one series: each hour's value at every age, and whether it enters the
 * baseline. A ring of fixed size, packed because there is one per series: about 20 KB for six weeks and three ages.
 */
public final class WeeksBefore {

    /** The states of an hour. */
    private static final byte UNKNOWN = 0;

    private static final byte TEACHES = 1;

    /**
     * It belongs to an incident, and does not enter the baseline unless the incident is withdrawn or becomes normal.
     */
    private static final byte HELD = 2;

    /** It enters the baseline, and later rows correct it: it was not known yet at its last age. */
    private static final byte TEACHES_LATE = 3;

    /** From week to week, as a logarithm. A faster change is not growth, but something to report. */
    private static final double MOST_GROWTH = Math.log(1.03);

    private final int hours;
    private final int ages;
    private final byte[] marks;
    private final float[] samples;
    private final float[] values;

    /** Empty. */
    public WeeksBefore(int weeks, int ages) {
        this(
                ages,
                new byte[weeks * LocalHour.A_WEEK],
                new float[weeks * LocalHour.A_WEEK],
                new float[weeks * LocalHour.A_WEEK * ages]);
    }

    /**
     * Restores stored state; takes ownership of the arrays.
     *
     * @param marks one for each hour
     * @param samples one for each hour
     * @param values one for each hour and age, the ages of one hour side by side
     */
    public WeeksBefore(int ages, byte[] marks, float[] samples, float[] values) {
        this.hours = marks.length;
        this.ages = ages;
        this.marks = marks;
        this.samples = samples;
        this.values = values;
    }

    public int ages() {
        return ages;
    }

    /** For serialization; not to be changed. */
    public byte[] marks() {
        return marks;
    }

    /** For serialization; not to be changed. */
    public float[] samples() {
        return samples;
    }

    /** For serialization; not to be changed. */
    public float[] values() {
        return values;
    }

    /** A copy that shares nothing with this. */
    public WeeksBefore copy() {
        return new WeeksBefore(ages, marks.clone(), samples.clone(), values.clone());
    }

    public int hours() {
        return hours;
    }

    /** Marks an hour as unknown, in place of the hour one ring length earlier. */
    public void putUnknown(long hour) {
        marks[cell(hour)] = UNKNOWN;
    }

    /**
     * Stores an hour, in place of the hour one ring length earlier.
     *
     * @param readings by age; null where unknown
     */
    public void put(long hour, Reading[] readings, boolean held) {
        int cell = cell(hour);
        marks[cell] = held ? HELD : TEACHES;
        samples[cell] = readings[ages - 1].sample();
        for (int age = 0; age < ages; age++) {
            values[cell * ages + age] = readings[age] == null ? Float.NaN : (float) readings[age].value();
        }
    }

    /** Stores only the final value of an hour. */
    public void putLate(long hour, Reading reading, boolean held) {
        Reading[] readings = new Reading[ages];
        readings[ages - 1] = reading;
        put(hour, readings, held);
        if (!held) {
            marks[cell(hour)] = TEACHES_LATE;
        }
    }

    /** Whether it became known only after its last age, so that later rows correct it. */
    public boolean isLate(long hour) {
        return marks[cell(hour)] == TEACHES_LATE;
    }

    public boolean knows(long hour) {
        return marks[cell(hour)] != UNKNOWN;
    }

    public boolean isHeld(long hour) {
        return marks[cell(hour)] == HELD;
    }

    /** Keeps a known hour out of the baseline, or not. */
    public void setHeld(long hour, boolean held) {
        if (knows(hour)) {
            marks[cell(hour)] = held ? HELD : TEACHES;
        }
    }

    /**
     * The baseline from the same hour of the weeks before, at this age; null for fewer than {@code leastWeeks} weeks.
     * For an hour that finished long ago, later weeks replace those that are no longer known.
     *
     * @param before the first hour that is not known yet, at most
     * @param growth of the series from week to week, as a logarithm, by which each week is extrapolated
     */
    public Usual usual(long hour, long before, int age, int leastWeeks, double growth) {
        int weeks = hours / LocalHour.A_WEEK;
        double[] found = new double[weeks];
        double[] rest = new double[weeks];
        int count = 0;
        for (int week = 1; week <= weeks; week++) {
            long then = hour - (long) week * LocalHour.A_WEEK;
            if (then < before - hours) {
                then += hours;
            }
            int cell = cell(then);
            if (then != hour && teaches(cell, age)) {
                found[count] = values[cell * ages + age] * Math.exp(growth * weeks(then, hour));
                rest[count] = samples[cell];
                count++;
            }
        }
        if (count < leastWeeks) {
            return null;
        }
        double median = Medians.median(found, count);
        return new Usual(median, Medians.deviation(found, count, median), Medians.median(rest, count), count);
    }

    /**
     * The growth of the series from week to week, as a logarithm: the median, over all hours with a sufficient sample,
     * of their change over half of the weeks. A robust slope, after Theil (1950) and Sen (1968), of at most 3 % per
     * week in either direction; 0 with too little data.
     *
     * @param before the first hour that is not known yet
     */
    public double growth(long before, double leastSample) {
        int age = ages - 1;
        int weeks = hours / LocalHour.A_WEEK;
        int apart = (weeks + 1) / 2;
        double[] slopes = new double[hours];
        int count = 0;
        for (long hour = before - hours + (long) apart * LocalHour.A_WEEK; hour < before; hour++) {
            int then = cell(hour - (long) apart * LocalHour.A_WEEK);
            int now = cell(hour);
            boolean rest = samples[then] >= leastSample && samples[now] >= leastSample;
            double first = values[then * ages + age];
            double last = values[now * ages + age];
            if (rest && teaches(then, age) && teaches(now, age) && first > 0 && last > 0) {
                slopes[count++] = Math.log(last / first) / apart;
            }
        }
        double growth = count < LocalHour.A_WEEK / 2 ? 0 : Medians.median(slopes, count);
        return Math.max(-MOST_GROWTH, Math.min(MOST_GROWTH, growth));
    }

    /**
     * The median relative distance of all these hours, at this age, from the median of the same hour in the other
     * weeks. Only hours with a sufficient sample count; 0 if there are none.
     *
     * @param before the first hour that is not known yet
     */
    public double spread(long before, int age, int leastWeeks, double leastSample, double growth) {
        int weeks = hours / LocalHour.A_WEEK;
        double[] distances = new double[hours];
        double[] found = new double[weeks];
        double[] rest = new double[weeks];
        int all = 0;
        for (long hour = before - LocalHour.A_WEEK; hour < before; hour++) {
            int count = 0;
            for (int week = 0; week < weeks; week++) {
                int cell = cell(hour - (long) week * LocalHour.A_WEEK);
                if (teaches(cell, age)) {
                    found[count] = values[cell * ages + age] * Math.exp(growth * week);
                    rest[count] = samples[cell];
                    count++;
                }
            }
            if (count < leastWeeks || Medians.median(rest, count) < leastSample) {
                continue;
            }
            Arrays.sort(found, 0, count);
            for (int i = 0; i < count; i++) {
                double others = Medians.medianWithout(found, count, i);
                if (others > 0) {
                    distances[all++] = Math.abs(found[i] - others) / others;
                }
            }
        }
        return all == 0 ? 0 : Medians.median(distances, all);
    }

    private boolean teaches(int cell, int age) {
        boolean isTaught = marks[cell] == TEACHES || marks[cell] == TEACHES_LATE;
        return isTaught && !Float.isNaN(values[cell * ages + age]);
    }

    private static double weeks(long from, long to) {
        return (double) (to - from) / LocalHour.A_WEEK;
    }

    private int cell(long hour) {
        return (int) Math.floorMod(hour, (long) hours);
    }
}
