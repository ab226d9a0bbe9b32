package dev.segue.domain.alert;

import dev.segue.domain.alert.Incident.Direction;
import dev.segue.domain.alert.baseline.Usual;
import dev.segue.domain.kpi.Kpi;

/**
 * How unusual an hour is, at some age.
 *
 * @param value the KPI
 * @param usual its baseline
 * @param score 0.6745 times the distance between them, divided by the scale; not negative
 * @param effect the distance as a share of the larger of both, so that half and double are equally far; 0 to 1
 * @param weeks with how many weeks it is compared
 */
public record Evaluation(double value, double usual, double score, double effect, int weeks) {

    /**
     * The third quartile of the standard normal distribution. Makes a score based on the MAD comparable with one based
     * on the standard deviation: Iglewicz and Hoaglin, "How to Detect and Handle Outliers" (1993).
     */
    static final double MAD_OF_NORMAL = 0.6745;

    /**
     * Compares an hour with its baseline.
     *
     * @param spread median relative distance of the series' hours from their baselines
     */
    static Evaluation of(Kpi kpi, double value, double sample, Usual usual, double spread) {
        double scale = scale(kpi, sample, usual, spread);
        double distance = Math.abs(value - usual.median());
        return new Evaluation(
                value, usual.median(), MAD_OF_NORMAL * distance / scale, effect(value, usual.median()), usual.weeks());
    }

    /** The distance between a value and its baseline as a share of the larger of both: 0 to 1. */
    public static double effect(double value, double usual) {
        double distance = Math.abs(value - usual);
        return distance == 0 ? 0 : distance / Math.max(value, usual);
    }

    /**
     * How far hours usually are from their baseline, as a MAD. Six weeks give a poor estimate of the spread, so this is
     * the largest of three: the deviation of these weeks, the baseline times the relative deviation of the whole
     * series, and the counting error.
     */
    static double scale(Kpi kpi, double sample, Usual usual, double spread) {
        double counting = MAD_OF_NORMAL * Sample.countingError(kpi, usual.median(), sample, usual.weeks());
        return Math.max(usual.deviation(), Math.max(usual.median() * spread, counting));
    }

    public Direction direction() {
        return value < usual ? Direction.LOWER : Direction.HIGHER;
    }
}
