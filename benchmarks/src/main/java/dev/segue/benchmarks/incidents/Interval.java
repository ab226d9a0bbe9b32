package dev.segue.benchmarks.incidents;

import java.util.Locale;
import org.apache.commons.math3.distribution.BinomialDistribution;

/** 95 % intervals. */
final class Interval {

    private static final double Z = 1.96;
    private static final double TAIL = 0.025;

    private Interval() {}

    /** A share with its interval by Wilson, "Probable Inference" (1927), in percent. */
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

    /** A count over so many weeks, with its interval by Byar's approximation to the Poisson distribution, per week. */
    static String rate(int count, double weeks) {
        double low = count == 0 ? 0 : count * Math.pow(1 - 1.0 / (9 * count) - Z / (3 * Math.sqrt(count)), 3);
        double more = count + 1.0;
        double high = more * Math.pow(1 - 1 / (9 * more) + Z / (3 * Math.sqrt(more)), 3);
        return String.format(Locale.ROOT, "%.2f (%.2f–%.2f)", count / weeks, low / weeks, high / weeks);
    }

    /**
     * A quantile with the values of those ranks between which it lies: how many of them are below it is binomial, whatever
     * the values are (Conover, "Practical Nonparametric Statistics", 1999, section 3.2). Without a limit where there are
     * too few of them for one.
     *
     * @param values rising
     * @param share of them that are not above it
     * @param format of one of them
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

    /** The value of a rank from 1 on; nothing where there is none. */
    private static String one(double[] values, int rank, String format) {
        return rank < 1 || rank > values.length ? "" : String.format(Locale.ROOT, format, values[rank - 1]);
    }
}
