package dev.segue.domain.alert.impact;

import dev.segue.domain.kpi.Kpi;

/**
 * What a KPI amounts to, in one window or several.
 *
 * @param value the sum of a KPI that counts; else the mean, in the KPI's unit
 * @param weight how many listeners, sessions, runs or plays it rests on
 */
public record Amount(double value, double weight) {

    public static final Amount NONE = new Amount(0, 0);

    /** Both together: of a share or a mean, the mean by weight. */
    public Amount plus(Kpi kpi, Amount other) {
        double all = weight + other.weight;
        if (kpi.counts()) {
            return new Amount(value + other.value, all);
        }
        return all == 0 ? NONE : new Amount((value * weight + other.value * other.weight) / all, all);
    }
}
