package dev.segue.adapters.flink.track;

import dev.segue.adapters.flink.codec.Codec;
import dev.segue.adapters.flink.codec.Fields;
import dev.segue.adapters.flink.codec.Part;
import dev.segue.adapters.flink.kpi.BeforeImageCodec;
import dev.segue.domain.kpi.counting.BeforeImage;
import dev.segue.domain.kpi.track.SessionTracks;
import dev.segue.domain.kpi.track.TrackPlay;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Writes what was last read of a session and of its plays. */
public final class SessionTracksCodec implements Codec<SessionTracks> {

    private final Part<BeforeImage> images = new Part<>(new BeforeImageCodec());
    private final TrackFields fields = new TrackFields();

    @Override
    public String name() {
        return "session-tracks";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public void write(SessionTracks tracks, DataOutputView out) throws IOException {
        out.writeBoolean(tracks.image() != null);
        if (tracks.image() != null) {
            images.write(tracks.image(), out);
        }
        out.writeInt(tracks.chunks().size());
        for (Map.Entry<Integer, List<TrackPlay>> chunk : tracks.chunks().entrySet()) {
            out.writeInt(chunk.getKey());
            Fields.writeList(chunk.getValue(), fields::writePlay, out);
        }
        out.writeLong(tracks.waitsUntil());
        out.writeBoolean(tracks.waitedOnce());
    }

    @Override
    public SessionTracks read(DataInputView in, int version) throws IOException {
        BeforeImage image = in.readBoolean() ? images.read(in) : null;
        SortedMap<Integer, List<TrackPlay>> chunks = new TreeMap<>();
        int size = in.readInt();
        for (int i = 0; i < size; i++) {
            chunks.put(in.readInt(), Fields.readList(fields::readPlay, in));
        }
        return new SessionTracks(image, chunks, in.readLong(), in.readBoolean());
    }
}
