package dev.segue.benchmarks.incidents;

import dev.segue.benchmarks.incidents.crowd.Crowd;
import org.apache.commons.math3.distribution.PascalDistribution;

/**
 * How much more likely a number of sessions is in an hour with an incident than in one without, given the expected
 * number without an incident, how counts scatter, and the size of the incident. Of all tests with the same number of
 * false alarms, a test by this ratio finds the most: Neyman and Pearson, "On the Problem of the Most Efficient Tests of
 * Statistical Hypotheses" (1933).
 *
 * @param effect relative effect of the incident on the mean: -0.5 halves it; not 0
 */
record LikelihoodRatio(double effect) {

    /** The logarithm of the ratio. */
    double of(int sessions, double likely) {
        return sessions == 0 ? ofNone(likely) : ofNone(likely) + sessions * perSession(likely);
    }

    /** The probability that an hour without an incident exceeds a threshold, which is a logarithm. */
    double falseAlarm(double threshold, double likely) {
        double shape = Crowd.SHAPE;
        PascalDistribution quiet = new PascalDistribution(null, Crowd.SHAPE, shape / (shape + likely));
        double limit = (threshold - ofNone(likely)) / perSession(likely);
        if (effect > 0) {
            return 1 - quiet.cumulativeProbability((int) Math.max(-1, Math.floor(limit)));
        }
        boolean isNever = ofNone(likely) <= threshold;
        return isNever ? 0 : quiet.cumulativeProbability((int) Math.max(0, Math.ceil(limit) - 1));
    }

    private double ofNone(double likely) {
        return Crowd.SHAPE * Math.log((Crowd.SHAPE + likely) / (Crowd.SHAPE + likely * (1 + effect)));
    }

    /** Has the sign of the effect; infinite for an outage. */
    private double perSession(double likely) {
        return Math.log1p(effect) + Math.log((Crowd.SHAPE + likely) / (Crowd.SHAPE + likely * (1 + effect)));
    }
}
