package dev.segue.adapters.flink.kpi;

import dev.segue.adapters.flink.codec.Codec;
import dev.segue.adapters.flink.codec.Fields;
import dev.segue.adapters.flink.codec.Part;
import dev.segue.domain.kpi.KpiKey;
import dev.segue.domain.kpi.KpiNumbers;
import dev.segue.domain.kpi.counting.RowChange;
import dev.segue.domain.kpi.counting.RowChange.Whose;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Writes what a change of one session changes in one row. Travels only; never rests in state. */
public final class RowChangeCodec implements Codec<RowChange> {

    private final Part<KpiNumbers> numbers = new Part<>(new KpiNumbersCodec());

    @Override
    public String name() {
        return "kpi-row-change";
    }

    @Override
    public int version() {
        return 2;
    }

    /** The first form does not tell types of device apart. */
    @Override
    public int oldestVersion() {
        return 2;
    }

    @Override
    public void write(RowChange change, DataOutputView out) throws IOException {
        KpiRowCodec.writeKey(change.key(), out);
        writeSide(change.retract(), change.retractFrom(), out);
        writeSide(change.accumulate(), change.accumulateTo(), out);
        out.writeLong(change.canChangeUntil());
        out.writeLong(change.settlingMs());
    }

    @Override
    public RowChange read(DataInputView in, int version) throws IOException {
        KpiKey key = KpiRowCodec.readKey(in);
        boolean retracts = in.readBoolean();
        KpiNumbers retract = retracts ? numbers.read(in) : null;
        Whose from = retracts ? readWhose(in) : null;
        boolean accumulates = in.readBoolean();
        KpiNumbers accumulate = accumulates ? numbers.read(in) : null;
        Whose to = accumulates ? readWhose(in) : null;
        return new RowChange(key, retract, from, accumulate, to, in.readLong(), in.readLong());
    }

    private void writeSide(KpiNumbers side, Whose whose, DataOutputView out) throws IOException {
        out.writeBoolean(side != null);
        if (side != null) {
            numbers.write(side, out);
            Fields.writeText(whose.listener(), out);
            Fields.writeText(whose.timeZone(), out);
        }
    }

    private static Whose readWhose(DataInputView in) throws IOException {
        return new Whose(Fields.readText(in), Fields.readText(in));
    }
}
