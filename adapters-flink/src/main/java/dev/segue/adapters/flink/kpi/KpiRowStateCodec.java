package dev.segue.adapters.flink.kpi;

import dev.segue.adapters.flink.codec.Codec;
import dev.segue.domain.kpi.KpiKey;
import dev.segue.domain.kpi.RowTotals;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Writes what is kept of a KPI row. */
public final class KpiRowStateCodec implements Codec<KpiRowState> {

    @Override
    public String name() {
        return "kpi-row-state";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public void write(KpiRowState state, DataOutputView out) throws IOException {
        KpiRowCodec.writeKey(state.key(), out);
        RowTotals.Kept kept = state.totals().kept();
        out.writeInt(kept.listeners());
        out.writeInt(kept.sessions());
        out.writeInt(kept.openSessions());
        out.writeLong(kept.listenedMs());
        out.writeInt(kept.plays());
        out.writeInt(kept.countedPlays());
        KpiRowCodec.writeSkips(kept.skips(), out);
        out.writeInt(kept.runs());
        out.writeInt(kept.songsInRuns());
        out.writeInt(kept.abandonedRuns());
        KpiRowCodec.writeDistribution(kept.songsPerRun(), out);
        KpiRowCodec.writeDistribution(kept.longestRun(), out);
        out.writeLong(kept.endsAt());
        out.writeBoolean(kept.emittedAsOver());
        out.writeLong(state.totals().settledAfter());
        out.writeLong(state.totals().settlingMs());
        out.writeLong(state.totals().passedAt());
        out.writeLong(state.clockTimer());
        out.writeBoolean(state.isEmitting());
        out.writeLong(state.emittedAt());
    }

    @Override
    public KpiRowState read(DataInputView in, int version) throws IOException {
        KpiKey key = KpiRowCodec.readKey(in);
        RowTotals.Kept kept = new RowTotals.Kept(
                in.readInt(),
                in.readInt(),
                in.readInt(),
                in.readLong(),
                in.readInt(),
                in.readInt(),
                KpiRowCodec.readSkips(in),
                in.readInt(),
                in.readInt(),
                in.readInt(),
                KpiRowCodec.readDistribution(in),
                KpiRowCodec.readDistribution(in),
                in.readLong(),
                in.readBoolean());
        RowTotals totals = new RowTotals(kept, in.readLong(), in.readLong(), in.readLong());
        return new KpiRowState(key, totals, in.readLong(), in.readBoolean(), in.readLong());
    }

    @Override
    public KpiRowState copy(KpiRowState value) {
        RowTotals totals = value.totals();
        return new KpiRowState(
                value.key(),
                new RowTotals(totals.kept(), totals.settledAfter(), totals.settlingMs(), totals.passedAt()),
                value.clockTimer(),
                value.isEmitting(),
                value.emittedAt());
    }
}
