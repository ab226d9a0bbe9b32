package dev.segue.adapters.flink.alert;

import static java.util.Objects.requireNonNull;

import dev.segue.adapters.flink.timer.KeyedTimer;
import dev.segue.domain.alert.Series;
import dev.segue.domain.alert.SeriesMemory;

/**
 * What the alert operator keeps of one series: the domain's memory, and its own two timers.
 *
 * @param eventTimer time of the event-time timer that is set, or {@link KeyedTimer#NOT_SET}
 * @param silenceTimer time of the wall-clock timer that is set, or {@link KeyedTimer#NOT_SET}
 */
public record SeriesState(Series series, SeriesMemory memory, long eventTimer, long silenceTimer) {

    public SeriesState {
        requireNonNull(series, "series");
        requireNonNull(memory, "memory");
    }
}
