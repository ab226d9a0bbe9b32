package dev.segue.adapters.flink.track;

import dev.segue.domain.kpi.track.TrackBook;
import dev.segue.domain.kpi.track.TrackNumbers;
import java.util.Map;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.util.FlinkRuntimeException;

/** The tracks of the current subject and week, in keyed state: one entry for each, so that not all are written at once. */
record KeyedTracks(MapState<String, TrackNumbers> state) implements TrackBook.Tracks {

    @Override
    public TrackNumbers of(String trackId) {
        try {
            return state.get(trackId);
        } catch (Exception e) {
            throw new FlinkRuntimeException("Cannot read the numbers of a track from state.", e);
        }
    }

    @Override
    public void set(String trackId, TrackNumbers numbers) {
        try {
            state.put(trackId, numbers);
        } catch (Exception e) {
            throw new FlinkRuntimeException("Cannot write the numbers of a track to state.", e);
        }
    }

    @Override
    public Iterable<Map.Entry<String, TrackNumbers>> all() {
        try {
            return state.entries();
        } catch (Exception e) {
            throw new FlinkRuntimeException("Cannot read the numbers of tracks from state.", e);
        }
    }
}
