package dev.segue.domain.alert;

import static java.util.Objects.requireNonNull;

import dev.segue.domain.alert.baseline.LocalHour;
import dev.segue.domain.alert.baseline.Reading;

/**
 * One observed hour of a series.
 *
 * @param hour by local clocks: {@link LocalHour}
 * @param mainTimeZone IANA id of the time zone of most of its data
 * @param value the KPI, in its own unit; NaN for a share of nothing
 * @param sample how many listeners, sessions, runs or plays the value is based on
 * @param sessions how many sessions it is based on
 * @param asOf the clock when the row was emitted; {@link dev.segue.domain.clock.Clocks#NOT_STARTED} before the clock
 *     had started
 */
public record Observation(
        Series series, long hour, String mainTimeZone, double value, int sample, int sessions, long asOf) {

    public Observation {
        requireNonNull(series, "series");
        requireNonNull(mainTimeZone, "mainTimeZone");
    }

    /** The value of the hour; null for a share of nothing. */
    Reading reading() {
        return Double.isNaN(value) ? null : new Reading(value, sample, sessions);
    }
}
