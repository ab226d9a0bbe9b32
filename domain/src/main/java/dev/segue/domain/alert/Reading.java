package dev.segue.domain.alert;

import dev.segue.domain.kpi.Kpi;
import dev.segue.domain.kpi.KpiRow;
import java.util.OptionalDouble;

/**
 * What an hour says.
 *
 * @param value the KPI, in its own unit
 * @param sample how many listeners, sessions, runs or plays it rests on
 * @param sessions how many sessions it rests on
 */
public record Reading(double value, int sample, int sessions) {

    /** Of an hour in which nobody listened. */
    public static final Reading NOTHING = new Reading(0, 0, 0);

    /** What a row says; null when it counted nothing that the KPI is a share of. */
    public static Reading of(Kpi kpi, KpiRow row) {
        OptionalDouble value = kpi.of(row);
        return value.isEmpty() ? null : new Reading(value.getAsDouble(), Sample.of(kpi, row), row.sessions());
    }
}
