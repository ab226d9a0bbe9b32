package dev.segue.domain.alert.baseline;

import dev.segue.domain.kpi.Kpi;

/**
 * The baseline of an hour: the same hour of the same weekday in earlier weeks, at the same age.
 *
 * @param median of the KPI
 * @param deviation median distance of these weeks from it
 * @param sample median of their sample sizes
 * @param weeks how many weeks there are
 */
public record Usual(double median, double deviation, double sample, int weeks) {

    /** Whether anything can be compared with it; with a baseline of zero, only shares can. */
    public boolean speaksFor(Kpi kpi) {
        return median > 0 || kpi.canBeZero();
    }
}
