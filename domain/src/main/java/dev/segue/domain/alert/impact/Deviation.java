package dev.segue.domain.alert.impact;

import static java.util.Objects.requireNonNull;

import dev.segue.domain.kpi.Kpi;

/**
 * A KPI and what was expected of it, over the same windows.
 *
 * @param windows how many windows were compared
 */
public record Deviation(Amount actual, Amount expected, int windows) {

    public static final Deviation NONE = new Deviation(Amount.NONE, Amount.NONE, 0);

    public Deviation {
        requireNonNull(actual, "actual");
        requireNonNull(expected, "expected");
    }

    /** By how much the KPI is higher than expected, in its own unit. */
    public double difference() {
        return actual.value() - expected.value();
    }

    /** The same with one more window. */
    public Deviation with(Kpi kpi, Amount more, Amount moreExpected) {
        return new Deviation(actual.plus(kpi, more), expected.plus(kpi, moreExpected), windows + 1);
    }

    /** Two parts of the same windows together. */
    public Deviation beside(Kpi kpi, Deviation other) {
        return new Deviation(
                actual.plus(kpi, other.actual), expected.plus(kpi, other.expected), Math.max(windows, other.windows));
    }
}
