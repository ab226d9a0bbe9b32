package dev.segue.adapters.flink.track;

import dev.segue.adapters.flink.codec.Codec;
import dev.segue.adapters.flink.kpi.KpiRowCodec;
import dev.segue.domain.kpi.track.TrackChange;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Writes what a change of one session changes in track KPIs. Travels only; never rests in state. */
public final class TrackChangeCodec implements Codec<TrackChange> {

    private final TrackFields fields = new TrackFields();

    @Override
    public String name() {
        return "track-change";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public void write(TrackChange change, DataOutputView out) throws IOException {
        KpiRowCodec.writeKey(change.key(), out);
        out.writeInt(change.openSessions());
        fields.writeTracks(change.added(), out);
        out.writeLong(change.canChangeUntil());
        out.writeLong(change.settlingMs());
    }

    @Override
    public TrackChange read(DataInputView in, int version) throws IOException {
        return new TrackChange(
                KpiRowCodec.readKey(in), in.readInt(), fields.readTracks(in), in.readLong(), in.readLong());
    }
}
