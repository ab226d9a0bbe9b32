package dev.segue.domain.alert.baseline;

import java.util.Arrays;

/** Medians, and median absolute deviations (MAD). */
final class Medians {

    private Medians() {}

    /** The median of the first {@code count} values, which are sorted in place; NaN when there are none. */
    static double median(double[] values, int count) {
        if (count == 0) {
            return Double.NaN;
        }
        Arrays.sort(values, 0, count);
        return (values[(count - 1) / 2] + values[count / 2]) / 2;
    }

    /** The median of at least two sorted values, without the one at {@code left}. */
    static double medianWithout(double[] sorted, int count, int left) {
        int lower = (count - 2) / 2;
        int upper = (count - 1) / 2;
        return (sorted[lower < left ? lower : lower + 1] + sorted[upper < left ? upper : upper + 1]) / 2;
    }

    /** The median distance of the first {@code count} values from {@code middle}. */
    static double deviation(double[] values, int count, double middle) {
        double[] distances = new double[count];
        for (int i = 0; i < count; i++) {
            distances[i] = Math.abs(values[i] - middle);
        }
        return median(distances, count);
    }
}
