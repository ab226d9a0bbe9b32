package dev.segue.benchmarks.incidents;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.apache.commons.math3.distribution.BinomialDistribution;

/**
 * Two detectors on the same simulated incidents. Incidents that both find, or neither, do not show which one is better.
 *
 * @param onlyOne how many only the first finds
 * @param onlyOther how many only the second finds
 */
record Paired(int onlyOne, int onlyOther) {

    private static final double LEAST_SHOWN = 0.001;

    /** Both lists have the same incidents in the same order. */
    static Paired of(List<Finding> ones, List<Finding> others, Predicate<Finding> found) {
        int onlyOne = 0;
        int onlyOther = 0;
        for (int i = 0; i < ones.size(); i++) {
            boolean one = found.test(ones.get(i));
            boolean other = found.test(others.get(i));
            onlyOne += one && !other ? 1 : 0;
            onlyOther += other && !one ? 1 : 0;
        }
        return new Paired(onlyOne, onlyOther);
    }

    /**
     * The probability of a split at least as uneven if both are equally good: McNemar, "Note on the Sampling Error of
     * the Difference Between Correlated Proportions" (1947), by the exact binomial distribution, two-sided.
     */
    double p() {
        BinomialDistribution even = new BinomialDistribution(null, onlyOne + onlyOther, 0.5);
        return Math.min(1, 2 * even.cumulativeProbability(Math.min(onlyOne, onlyOther)));
    }

    /** Such as "31 : 2, p < 0.001". */
    @Override
    public String toString() {
        String p = p() < LEAST_SHOWN ? "p < " + LEAST_SHOWN : String.format(Locale.ROOT, "p = %.3f", p());
        return onlyOne + " : " + onlyOther + ", " + p;
    }
}
