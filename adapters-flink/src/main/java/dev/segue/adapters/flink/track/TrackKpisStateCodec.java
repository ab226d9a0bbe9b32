package dev.segue.adapters.flink.track;

import dev.segue.adapters.flink.codec.Codec;
import dev.segue.adapters.flink.kpi.KpiRowCodec;
import dev.segue.domain.kpi.KpiKey;
import dev.segue.domain.kpi.track.TrackTotals;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Writes the state of track KPIs, apart from the tracks. */
public final class TrackKpisStateCodec implements Codec<TrackKpisState> {

    private final TrackFields fields = new TrackFields();

    @Override
    public String name() {
        return "track-kpis-state";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public void write(TrackKpisState state, DataOutputView out) throws IOException {
        KpiRowCodec.writeKey(state.key(), out);
        TrackTotals totals = state.totals();
        out.writeInt(totals.tracks());
        fields.writeNumbers(totals.others(), out);
        out.writeInt(totals.openSessions());
        out.writeLong(totals.settledAfter());
        out.writeLong(totals.settlingMs());
        out.writeLong(totals.passedAt());
        out.writeLong(state.clockTimer());
        out.writeBoolean(state.scheduled());
        out.writeLong(state.emittedAt());
    }

    @Override
    public TrackKpisState read(DataInputView in, int version) throws IOException {
        KpiKey key = KpiRowCodec.readKey(in);
        TrackTotals totals = new TrackTotals(
                in.readInt(), fields.readNumbers(in), in.readInt(), in.readLong(), in.readLong(), in.readLong());
        return new TrackKpisState(key, totals, in.readLong(), in.readBoolean(), in.readLong());
    }
}
