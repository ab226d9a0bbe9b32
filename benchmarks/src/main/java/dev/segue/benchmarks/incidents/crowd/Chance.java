package dev.segue.benchmarks.incidents.crowd;

import java.util.Random;

/** Random distributions. */
public final class Chance {

    /** From here on a normal distribution is close enough. */
    private static final double MANY = 500;

    private Chance() {}

    /** A Poisson-distributed count with that mean. */
    public static long poisson(Random random, double mean) {
        if (mean > MANY) {
            return Math.max(0, Math.round(mean + Math.sqrt(mean) * random.nextGaussian()));
        }
        double limit = Math.exp(-mean);
        double product = random.nextDouble();
        long count = 0;
        while (product > limit) {
            product *= random.nextDouble();
            count++;
        }
        return count;
    }

    /** The sum of {@code count} exponentially distributed values with that mean. */
    static double sumOfExponentials(Random random, long count, double mean) {
        return count == 0 ? 0 : mean * (double) count * gammaOfMeanOne(random, 1 / Math.sqrt((double) count));
    }

    /** Gamma distributed with mean 1: Marsaglia and Tsang, "A Simple Method for Generating Gamma Variables" (2000). */
    public static double gammaOfMeanOne(Random random, double sd) {
        double shape = 1 / (sd * sd);
        double d = shape - 1.0 / 3;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double x = random.nextGaussian();
            double v = Math.pow(1 + c * x, 3);
            boolean taken = v > 0 && Math.log(random.nextDouble()) < x * x / 2 + d - d * v + d * Math.log(v);
            if (taken) {
                return d * v / shape;
            }
        }
    }
}
