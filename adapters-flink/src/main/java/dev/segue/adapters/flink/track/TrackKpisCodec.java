package dev.segue.adapters.flink.track;

import dev.segue.adapters.flink.codec.Codec;
import dev.segue.adapters.flink.kpi.KpiRowCodec;
import dev.segue.domain.kpi.track.TrackKpis;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Writes track KPIs. Travels only; never rests in state. */
public final class TrackKpisCodec implements Codec<TrackKpis> {

    private final TrackFields fields = new TrackFields();

    @Override
    public String name() {
        return "track-kpis";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public void write(TrackKpis kpis, DataOutputView out) throws IOException {
        KpiRowCodec.writeKey(kpis.key(), out);
        fields.writeTracks(kpis.tracks(), out);
        fields.writeNumbers(kpis.others(), out);
        out.writeLong(kpis.asOf());
    }

    @Override
    public TrackKpis read(DataInputView in, int version) throws IOException {
        return new TrackKpis(KpiRowCodec.readKey(in), fields.readTracks(in), fields.readNumbers(in), in.readLong());
    }
}
