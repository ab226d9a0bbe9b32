package dev.segue.adapters.flink.alert;

import static java.util.Objects.requireNonNull;

import dev.segue.adapters.flink.timer.KeyedTimer;
import dev.segue.domain.alert.Series;
import dev.segue.domain.alert.SeriesMemory;

/**
 * The alert operator's state of one series: the domain's memory, and the operator's two timers.
 *
 * @param eventTimer time of the registered event-time timer, or {@link KeyedTimer#NOT_SET}
 * @param silenceTimer time of the registered wall-clock timer, or {@link KeyedTimer#NOT_SET}
 */
public record SeriesState(Series series, SeriesMemory memory, long eventTimer, long silenceTimer) {

    public SeriesState {
        requireNonNull(series, "series");
        requireNonNull(memory, "memory");
    }
}
