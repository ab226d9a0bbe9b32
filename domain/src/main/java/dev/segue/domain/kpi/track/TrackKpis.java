package dev.segue.domain.kpi.track;

import static java.util.Objects.requireNonNull;

import dev.segue.domain.kpi.KpiKey;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How the tracks of one playlist, album or radio, or of one edition of it, did in one local week, anywhere.
 *
 * @param key that of the subject's KPI row of the week in the world; plays count under the subject of their run, and in the
 *     week in which that run began
 * @param tracks by track id
 * @param others plays of the tracks beyond the maximum, and of those that were not reported
 * @param asOf the acceptance clock when this was emitted; {@link dev.segue.domain.clock.Clocks#NOT_STARTED} before it
 *     knew any time
 */
public record TrackKpis(KpiKey key, SortedMap<String, TrackNumbers> tracks, TrackNumbers others, long asOf) {

    public TrackKpis {
        requireNonNull(key, "key");
        requireNonNull(others, "others");
        tracks = Collections.unmodifiableSortedMap(new TreeMap<>(tracks));
    }
}
