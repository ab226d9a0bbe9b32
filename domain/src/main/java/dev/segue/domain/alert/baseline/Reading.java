package dev.segue.domain.alert.baseline;

import dev.segue.domain.kpi.Kpi;
import dev.segue.domain.kpi.KpiRow;
import java.util.OptionalDouble;

/**
 * The value of one hour.
 *
 * @param value the KPI, in its own unit
 * @param sample how many listeners, sessions, runs or plays it is based on
 * @param sessions how many sessions it is based on
 */
public record Reading(double value, int sample, int sessions) {

    /** An hour in which nobody listened. */
    public static final Reading NOTHING = new Reading(0, 0, 0);

    /** The value of a row; null for a share of nothing. */
    public static Reading of(Kpi kpi, KpiRow row) {
        OptionalDouble value = kpi.of(row);
        return value.isEmpty()
                ? null
                : new Reading(
                        value.getAsDouble(), kpi.sample(row), row.numbers().sessions());
    }
}
