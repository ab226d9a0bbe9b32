package dev.segue.domain.alert;

import java.util.Arrays;

/**
 * The hours of the last weeks of one series that are done with: at every age its value, and whether it teaches what is
 * usual. A ring of fixed size, packed because there is one for every series: about 20 KB for six weeks and three ages.
 */
public final class WeeksBefore {

    /** What becomes of an hour. */
    private static final byte UNKNOWN = 0;

    private static final byte TEACHES = 1;

    /** It lies in an incident, and does not teach unless that is taken back or becomes normal. */
    private static final byte HELD = 2;

    /** It teaches, and whatever is read later corrects it: it was not known yet at its last age. */
    private static final byte TEACHES_LATE = 3;

    /** From week to week, as a logarithm: what changes faster is no growth, but something that people want to hear of. */
    private static final double MOST_GROWTH = Math.log(1.03);

    private final int hours;
    private final int ages;
    private final byte[] marks;
    private final float[] samples;
    private final float[] values;

    /** Knows nothing yet. */
    WeeksBefore(int weeks, int ages) {
        this(
                ages,
                new byte[weeks * LocalHour.A_WEEK],
                new float[weeks * LocalHour.A_WEEK],
                new float[weeks * LocalHour.A_WEEK * ages]);
    }

    /**
     * What was kept; takes over the arrays.
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

    /** For whoever writes it down; not to be changed. */
    public byte[] marks() {
        return marks;
    }

    /** For whoever writes it down; not to be changed. */
    public float[] samples() {
        return samples;
    }

    /** For whoever writes it down; not to be changed. */
    public float[] values() {
        return values;
    }

    /** One that shares nothing with this. */
    public WeeksBefore copy() {
        return new WeeksBefore(ages, marks.clone(), samples.clone(), values.clone());
    }

    int hours() {
        return hours;
    }

    /** Nothing is known of it, in place of the hour that many weeks before it. */
    void putUnknown(long hour) {
        marks[cell(hour)] = UNKNOWN;
    }

    /**
     * Keeps an hour in place of the one that many weeks before it.
     *
     * @param readings by age; null where none is known
     */
    void put(long hour, Reading[] readings, boolean held) {
        int cell = cell(hour);
        marks[cell] = held ? HELD : TEACHES;
        samples[cell] = readings[ages - 1].sample();
        for (int age = 0; age < ages; age++) {
            values[cell * ages + age] = readings[age] == null ? Float.NaN : (float) readings[age].value();
        }
    }

    /** Keeps only what an hour came to in the end. */
    void putLate(long hour, Reading reading, boolean held) {
        Reading[] readings = new Reading[ages];
        readings[ages - 1] = reading;
        put(hour, readings, held);
        if (!held) {
            marks[cell(hour)] = TEACHES_LATE;
        }
    }

    /** Whether it was known only after its last age, so that what is read later corrects it. */
    boolean isLate(long hour) {
        return marks[cell(hour)] == TEACHES_LATE;
    }

    boolean knows(long hour) {
        return marks[cell(hour)] != UNKNOWN;
    }

    boolean isHeld(long hour) {
        return marks[cell(hour)] == HELD;
    }

    /** Lets what is known of an hour teach, or not. */
    void setHeld(long hour, boolean held) {
        if (knows(hour)) {
            marks[cell(hour)] = held ? HELD : TEACHES;
        }
    }

    /**
     * What the same hour of the weeks before teaches at that age; null when these are fewer than {@code leastWeeks}. Of an
     * hour that is long done with, weeks that came later stand for those that are not known any more.
     *
     * @param before the first hour that is not known yet, at most
     * @param growth of the series, as a logarithm: what each week is multiplied by to stand for the next one
     */
    Usual usual(long hour, long before, int age, int leastWeeks, double growth) {
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
     * How the series grows from week to week, as a logarithm: the median over all hours that rest on enough of how they
     * changed over half of the weeks. A robust slope, after Theil (1950) and Sen (1968), of at most 3 % a week either way; 0
     * when there is nothing to say.
     *
     * @param before the first hour that is not known yet
     */
    double growth(long before, double leastSample) {
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
     * The median relative distance of all these hours at that age from what the same hour of the other weeks says, left
     * to those that rest on enough; 0 when none does.
     *
     * @param before the first hour that is not known yet
     */
    double spread(long before, int age, int leastWeeks, double leastSample, double growth) {
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
