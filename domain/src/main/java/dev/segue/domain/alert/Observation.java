package dev.segue.domain.alert;

import static java.util.Objects.requireNonNull;

/**
 * What was told of one hour of a series.
 *
 * @param hour by local clocks: {@link LocalHour}
 * @param mainTimeZone IANA id of the zone that most of it is in
 * @param value the KPI, in its own unit; NaN when nothing was counted that it is a share of
 * @param sample how many listeners, sessions, runs or plays the value rests on
 * @param sessions how many sessions it rests on
 * @param asOf the clock when it was told; {@link dev.segue.domain.clock.Clocks#NOT_STARTED} before it knew any time
 */
public record Observation(
        Series series, long hour, String mainTimeZone, double value, int sample, int sessions, long asOf) {

    public Observation {
        requireNonNull(series, "series");
        requireNonNull(mainTimeZone, "mainTimeZone");
    }
}
