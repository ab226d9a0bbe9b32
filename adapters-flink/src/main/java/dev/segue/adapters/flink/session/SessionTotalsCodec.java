package dev.segue.adapters.flink.session;

import dev.segue.adapters.flink.codec.Codec;
import dev.segue.adapters.flink.codec.Fields;
import dev.segue.domain.listening.Moods;
import dev.segue.domain.listening.Runs;
import dev.segue.domain.listening.Stretches;
import dev.segue.domain.session.SessionTotals;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Codec of the totals of a long session. */
public final class SessionTotalsCodec implements Codec<SessionTotals> {

    @Override
    public String name() {
        return "session-totals";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public void write(SessionTotals totals, DataOutputView out) throws IOException {
        Fields.writeText(totals.rules(), out);
        out.writeLong(totals.until());
        out.writeLong(totals.silenceFrom());
        out.writeInt(totals.events());
        Fields.writeList(totals.devices(), Fields::writeText, out);
        Fields.writeText(totals.country(), out);
        Fields.writeText(totals.timeZone(), out);
        Fields.writeEnum(totals.deviceType(), out);
        out.writeInt(totals.plays());
        out.writeInt(totals.countedPlays());
        ChangeCodec.writeSkips(totals.skips(), out);
        out.writeInt(totals.deviceChanges());
        Fields.writeText(totals.lastDevice(), out);
        writeStretches(totals.sound(), out);
        writeRuns(totals.runs(), out);
        writeMood(totals.mood(), out);
        out.writeLong(totals.quietSince());
        ChangeCodec.writeInterruptions(totals.interruptions(), out);
    }

    @Override
    public SessionTotals read(DataInputView in, int version) throws IOException {
        return new SessionTotals(
                Fields.readText(in),
                in.readLong(),
                in.readLong(),
                in.readInt(),
                Fields.readList(Fields::readText, in),
                Fields.readText(in),
                Fields.readText(in),
                Fields.readEnum(Fields.DEVICE_TYPES, in),
                in.readInt(),
                in.readInt(),
                ChangeCodec.readSkips(in),
                in.readInt(),
                Fields.readText(in),
                readStretches(in),
                readRuns(in),
                readMood(in),
                in.readLong(),
                ChangeCodec.readInterruptions(in));
    }

    private static void writeStretches(Stretches stretches, DataOutputView out) throws IOException {
        out.writeLong(stretches.settledMs());
        out.writeInt(stretches.count());
        for (int i = 0; i < stretches.count(); i++) {
            out.writeLong(stretches.start(i));
            out.writeLong(stretches.end(i));
        }
    }

    private static Stretches readStretches(DataInputView in) throws IOException {
        long settledMs = in.readLong();
        long[] bounds = new long[2 * in.readInt()];
        for (int i = 0; i < bounds.length; i++) {
            bounds[i] = in.readLong();
        }
        return new Stretches(settledMs, bounds);
    }

    private static void writeRuns(Runs.SoFar runs, DataOutputView out) throws IOException {
        Fields.writeList(runs.listed(), SessionTotalsCodec::writeGrowth, out);
        out.writeInt(runs.unlisted());
        out.writeInt(runs.longestUnlisted());
    }

    private static Runs.SoFar readRuns(DataInputView in) throws IOException {
        return new Runs.SoFar(Fields.readList(SessionTotalsCodec::readGrowth, in), in.readInt(), in.readInt());
    }

    private static void writeGrowth(Runs.Growth growth, DataOutputView out) throws IOException {
        ChangeCodec.writeRun(growth.run(), out);
        writeStretches(growth.sound(), out);
        out.writeInt(growth.unskipped());
        out.writeBoolean(growth.canGrow());
    }

    private static Runs.Growth readGrowth(DataInputView in) throws IOException {
        return new Runs.Growth(ChangeCodec.readRun(in), readStretches(in), in.readInt(), in.readBoolean());
    }

    private static void writeMood(Moods.Sums mood, DataOutputView out) throws IOException {
        out.writeLong(mood.all());
        out.writeLong(mood.known());
        out.writeLong(mood.valence());
        out.writeLong(mood.energy());
    }

    private static Moods.Sums readMood(DataInputView in) throws IOException {
        return new Moods.Sums(in.readLong(), in.readLong(), in.readLong(), in.readLong());
    }
}
