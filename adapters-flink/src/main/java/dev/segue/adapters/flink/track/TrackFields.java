package dev.segue.adapters.flink.track;

import dev.segue.adapters.flink.codec.Fields;
import dev.segue.adapters.flink.codec.Part;
import dev.segue.domain.kpi.track.TrackNumbers;
import dev.segue.domain.kpi.track.TrackPlay;
import java.io.IOException;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Writes what several codecs of track KPIs share. */
final class TrackFields {

    private final Part<TrackNumbers> numbers = new Part<>(new TrackNumbersCodec());

    void writePlay(TrackPlay play, DataOutputView out) throws IOException {
        Fields.writeContext(play.context(), out);
        out.writeLong(play.startedAt());
        Fields.writeText(play.trackId(), out);
        numbers.write(play.numbers(), out);
    }

    TrackPlay readPlay(DataInputView in) throws IOException {
        return new TrackPlay(Fields.readContext(in), in.readLong(), Fields.readText(in), numbers.read(in));
    }

    void writeNumbers(TrackNumbers of, DataOutputView out) throws IOException {
        numbers.write(of, out);
    }

    TrackNumbers readNumbers(DataInputView in) throws IOException {
        return numbers.read(in);
    }

    /** In the order of the ids, so that the same tracks give the same bytes. */
    void writeTracks(Map<String, TrackNumbers> tracks, DataOutputView out) throws IOException {
        out.writeInt(tracks.size());
        for (Map.Entry<String, TrackNumbers> track : new TreeMap<>(tracks).entrySet()) {
            Fields.writeText(track.getKey(), out);
            numbers.write(track.getValue(), out);
        }
    }

    SortedMap<String, TrackNumbers> readTracks(DataInputView in) throws IOException {
        SortedMap<String, TrackNumbers> tracks = new TreeMap<>();
        int size = in.readInt();
        for (int i = 0; i < size; i++) {
            tracks.put(Fields.readText(in), numbers.read(in));
        }
        return tracks;
    }
}
