package dev.segue.domain.alert;

import dev.segue.domain.alert.baseline.Reading;
import dev.segue.domain.alert.baseline.Usual;
import dev.segue.domain.kpi.Kpi;

/** The sample that a KPI is based on, and how far chance alone moves the KPI. */
public final class Sample {

    /** The variance of the median of many normal samples, relative to that of their mean: pi / 2. */
    private static final double VARIANCE_OF_MEDIAN = Math.PI / 2;

    private Sample() {}

    /** The sample size of a comparison; for a share or a mean, at most that of the hour itself. */
    static double behind(Kpi kpi, Usual usual, Reading reading) {
        return kpi.counts() ? usual.sample() : Math.min(usual.sample(), reading.sample());
    }

    /**
     * The standard deviation, by chance alone, of the difference between an hour and the median of {@code weeks} such
     * hours. Counts are Poisson. Lengths of sessions, and songs of runs, spread as widely as their mean (as in an
     * exponential distribution), so a sum of them varies twice as much as their count. Shares are binomial.
     *
     * @param usual the median
     * @param sample its sample size
     */
    static double countingError(Kpi kpi, double usual, double sample, int weeks) {
        double variance = kpi.variance(usual, Math.max(1, sample));
        return Math.sqrt(variance * (1 + VARIANCE_OF_MEDIAN / weeks));
    }
}
