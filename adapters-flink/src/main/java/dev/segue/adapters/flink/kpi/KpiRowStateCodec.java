package dev.segue.adapters.flink.kpi;

import dev.segue.adapters.flink.codec.Codec;
import dev.segue.adapters.flink.codec.Part;
import dev.segue.domain.kpi.KpiKey;
import dev.segue.domain.kpi.KpiNumbers;
import dev.segue.domain.kpi.counting.RowTotals;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Writes the state of a KPI row. */
public final class KpiRowStateCodec implements Codec<KpiRowState> {

    private final Part<KpiNumbers> numbers = new Part<>(new KpiNumbersCodec());

    @Override
    public String name() {
        return "kpi-row-state";
    }

    @Override
    public int version() {
        return 2;
    }

    /** The first form does not hold how many listeners returned. */
    @Override
    public int oldestVersion() {
        return 2;
    }

    @Override
    public void write(KpiRowState state, DataOutputView out) throws IOException {
        KpiRowCodec.writeKey(state.key(), out);
        RowTotals totals = state.totals();
        out.writeInt(totals.listeners());
        out.writeInt(totals.returningListeners());
        numbers.write(totals.numbers(), out);
        out.writeLong(totals.endsAt());
        out.writeBoolean(totals.emittedAsOver());
        out.writeLong(totals.settledAfter());
        out.writeLong(totals.settlingMs());
        out.writeLong(totals.passedAt());
        out.writeLong(state.clockTimer());
        out.writeBoolean(state.isScheduled());
        out.writeLong(state.emittedAt());
    }

    @Override
    public KpiRowState read(DataInputView in, int version) throws IOException {
        KpiKey key = KpiRowCodec.readKey(in);
        RowTotals totals = new RowTotals(
                in.readInt(),
                in.readInt(),
                numbers.read(in),
                in.readLong(),
                in.readBoolean(),
                in.readLong(),
                in.readLong(),
                in.readLong());
        return new KpiRowState(key, totals, in.readLong(), in.readBoolean(), in.readLong());
    }

    @Override
    public KpiRowState copy(KpiRowState value) {
        return new KpiRowState(
                value.key(), value.totals().copy(), value.clockTimer(), value.isScheduled(), value.emittedAt());
    }
}
