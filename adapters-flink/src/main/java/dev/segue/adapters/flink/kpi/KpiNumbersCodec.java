package dev.segue.adapters.flink.kpi;

import dev.segue.adapters.flink.codec.Codec;
import dev.segue.domain.kpi.Distribution;
import dev.segue.domain.kpi.KpiNumbers;
import dev.segue.domain.listening.Skips;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Writes the numbers of a KPI row, as part of whatever holds them. */
public final class KpiNumbersCodec implements Codec<KpiNumbers> {

    @Override
    public String name() {
        return "kpi-numbers";
    }

    @Override
    public int version() {
        return 2;
    }

    /** Numbers of the first form do not say which songs were skipped. */
    @Override
    public int oldestVersion() {
        return 2;
    }

    @Override
    public void write(KpiNumbers numbers, DataOutputView out) throws IOException {
        out.writeInt(numbers.sessions());
        out.writeInt(numbers.openSessions());
        out.writeLong(numbers.listenedMs());
        out.writeInt(numbers.plays());
        out.writeInt(numbers.countedPlays());
        writeSkips(numbers.skips(), out);
        out.writeInt(numbers.runs());
        out.writeInt(numbers.songsInRuns());
        out.writeInt(numbers.abandonedRuns());
        writeDistribution(numbers.songsPerRun(), out);
        writeDistribution(numbers.skippedSongs(), out);
        writeDistribution(numbers.longestRun(), out);
    }

    @Override
    public KpiNumbers read(DataInputView in, int version) throws IOException {
        return new KpiNumbers(
                in.readInt(),
                in.readInt(),
                in.readLong(),
                in.readInt(),
                in.readInt(),
                readSkips(in),
                in.readInt(),
                in.readInt(),
                in.readInt(),
                readDistribution(in),
                readDistribution(in),
                readDistribution(in));
    }

    private static void writeSkips(Skips skips, DataOutputView out) throws IOException {
        out.writeInt(skips.quick());
        out.writeInt(skips.early());
        out.writeInt(skips.late());
    }

    private static Skips readSkips(DataInputView in) throws IOException {
        return new Skips(in.readInt(), in.readInt(), in.readInt());
    }

    private static void writeDistribution(Distribution distribution, DataOutputView out) throws IOException {
        out.writeInt(distribution.buckets());
        for (int i = 0; i < distribution.buckets(); i++) {
            out.writeInt(distribution.upTo(i));
            out.writeInt(distribution.count(i));
        }
    }

    private static Distribution readDistribution(DataInputView in) throws IOException {
        int size = in.readInt();
        int[] upTo = new int[size];
        int[] counts = new int[size];
        for (int i = 0; i < size; i++) {
            upTo[i] = in.readInt();
            counts[i] = in.readInt();
        }
        return Distribution.ofBuckets(upTo, counts);
    }
}
