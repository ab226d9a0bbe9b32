package dev.segue.adapters.flink.kpi;

import dev.segue.adapters.flink.codec.Codec;
import dev.segue.adapters.flink.codec.Fields;
import dev.segue.domain.kpi.Contribution;
import dev.segue.domain.kpi.Difference;
import dev.segue.domain.kpi.Difference.Whose;
import dev.segue.domain.kpi.KpiKey;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Writes what a change of one session changes in one row. Travels only; never rests in state. */
public final class DifferenceCodec implements Codec<Difference> {

    @Override
    public String name() {
        return "kpi-difference";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public void write(Difference difference, DataOutputView out) throws IOException {
        KpiRowCodec.writeKey(difference.key(), out);
        writePart(difference.taken(), difference.takenFrom(), out);
        writePart(difference.added(), difference.addedTo(), out);
        out.writeLong(difference.canChangeUntil());
        out.writeLong(difference.settlingMs());
    }

    @Override
    public Difference read(DataInputView in, int version) throws IOException {
        KpiKey key = KpiRowCodec.readKey(in);
        boolean taken = in.readBoolean();
        Contribution was = taken ? readContribution(in) : null;
        Whose from = taken ? readWhose(in) : null;
        boolean added = in.readBoolean();
        Contribution is = added ? readContribution(in) : null;
        Whose to = added ? readWhose(in) : null;
        return new Difference(key, was, from, is, to, in.readLong(), in.readLong());
    }

    private static void writePart(Contribution part, Whose whose, DataOutputView out) throws IOException {
        out.writeBoolean(part != null);
        if (part != null) {
            writeContribution(part, out);
            Fields.writeText(whose.listener(), out);
            Fields.writeText(whose.timeZone(), out);
        }
    }

    private static Whose readWhose(DataInputView in) throws IOException {
        return new Whose(Fields.readText(in), Fields.readText(in));
    }

    private static void writeContribution(Contribution part, DataOutputView out) throws IOException {
        out.writeBoolean(part.counted());
        out.writeBoolean(part.open());
        out.writeLong(part.listenedMs());
        out.writeInt(part.plays());
        out.writeInt(part.countedPlays());
        KpiRowCodec.writeSkips(part.skips(), out);
        out.writeInt(part.runs());
        out.writeInt(part.songsInRuns());
        out.writeInt(part.abandonedRuns());
        Fields.writeList(part.songsOfRuns(), (songs, to) -> to.writeInt(songs), out);
        out.writeInt(part.longestRun());
    }

    private static Contribution readContribution(DataInputView in) throws IOException {
        return new Contribution(
                in.readBoolean(),
                in.readBoolean(),
                in.readLong(),
                in.readInt(),
                in.readInt(),
                KpiRowCodec.readSkips(in),
                in.readInt(),
                in.readInt(),
                in.readInt(),
                Fields.readList(DataInputView::readInt, in),
                in.readInt());
    }
}
