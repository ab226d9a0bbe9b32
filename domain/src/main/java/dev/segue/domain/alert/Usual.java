package dev.segue.domain.alert;

import dev.segue.domain.kpi.Kpi;

/**
 * What is usual for an hour: the same hour of the same weekday in former weeks, at the same age.
 *
 * @param median of the KPI
 * @param deviation median distance of these weeks from it
 * @param sample median of what they rest on
 * @param weeks how many they are
 */
record Usual(double median, double deviation, double sample, int weeks) {

    /** Whether anything can be compared with it: with nothing, only shares can. */
    boolean speaksFor(Kpi kpi) {
        return median > 0 || Sample.canBeNone(kpi);
    }
}
