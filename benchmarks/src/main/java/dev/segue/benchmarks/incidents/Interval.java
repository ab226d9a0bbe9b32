package dev.segue.benchmarks.incidents;

import java.util.Locale;
import org.apache.commons.math3.distribution.BinomialDistribution;

/** 95 % intervals. */
final class Interval {

    private static final double Z = 1.96;
    private static final double TAIL = 0.025;

    private Interval() {}

    /** A share with its interval according to Wilson, "Probable Inference" (1927), in percent. */
    static String share(int part, int whole) {
        if (whole == 0) {
            return "";
        }
        double p = (double) part / whole;
        double middle = (p + Z * Z / (2 * whole)) / (1 + Z * Z / whole);
        double half = Z / (1 + Z * Z / whole) * Math.sqrt(p * (1 - p) / whole + Z * Z / (4.0 * whole * whole));
        return String.format(
                Locale.ROOT,
                "%.1f (%.1f–%.1f)",
                100 * p,
                100 * Math.max(0, middle - half),
                100 * Math.min(1, middle + half));
    }

    /** Count per week, with its interval by Byar's approximation to the Poisson distribution. */
    static String rate(int count, double weeks) {
        double low = count == 0 ? 0 : count * Math.pow(1 - 1.0 / (9 * count) - Z / (3 * Math.sqrt(count)), 3);
        double more = count + 1.0;
        double high = more * Math.pow(1 - 1 / (9 * more) + Z / (3 * Math.sqrt(more)), 3);
        return String.format(Locale.ROOT, "%.2f (%.2f–%.2f)", count / weeks, low / weeks, high / weeks);
    }

    /**
     * A quantile with its interval, between the values of two ranks: how many values are below the quantile is
     * binomial, whatever their distribution (Conover, "Practical Nonparametric Statistics", 1999, section 3.2). A limit
     * is missing where there are too few values for it.
     *
     * @param values in ascending order
     * @param share share of the values that are not above the quantile
     * @param format of one value
     */
    static String quantile(double[] values, double share, String format) {
        int count = values.length;
        if (count == 0) {
            return "";
        }
        BinomialDistribution below = new BinomialDistribution(null, count, share);
        int low = below.inverseCumulativeProbability(TAIL);
        int high = below.inverseCumulativeProbability(1 - TAIL) + 1;
        int rank = Math.min(count, (int) Math.floor(count * share) + 1);
        return String.format(
                "%s (%s–%s)", one(values, rank, format), one(values, low, format), one(values, high, format));
    }

    /** The value of a rank, counted from 1; empty if there is none. */
    private static String one(double[] values, int rank, String format) {
        return rank < 1 || rank > values.length ? "" : String.format(Locale.ROOT, format, values[rank - 1]);
    }
}
