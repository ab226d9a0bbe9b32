package dev.segue.adapters.flink.signal;

import dev.segue.adapters.flink.codec.Codec;
import dev.segue.adapters.flink.codec.Fields;
import dev.segue.adapters.flink.session.ChangeCodec;
import dev.segue.domain.signal.now.Signal;
import dev.segue.domain.signal.now.Signal.AdJudgement;
import dev.segue.domain.signal.now.Signal.AdJudgement.Verdict;
import dev.segue.domain.signal.now.Signal.Cause;
import dev.segue.domain.signal.now.Signal.CurrentRun;
import dev.segue.domain.signal.now.Signal.Factor;
import dev.segue.domain.signal.now.Signal.Heading;
import dev.segue.domain.signal.now.Signal.LeftOut;
import dev.segue.domain.signal.now.Signal.NextSong;
import dev.segue.domain.signal.now.Signal.SessionSoFar;
import dev.segue.domain.signal.now.Signal.Trigger;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Codec of signals. */
public final class SignalCodec implements Codec<Signal> {

    private static final Verdict[] VERDICTS = Verdict.values();
    private static final Cause[] CAUSES = Cause.values();

    @Override
    public String name() {
        return "signal";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public void write(Signal signal, DataOutputView out) throws IOException {
        Fields.writeText(signal.listener(), out);
        out.writeLong(signal.sequence());
        Fields.writeText(signal.trigger().eventId(), out);
        Fields.writeEnum(signal.trigger().cause(), out);
        out.writeBoolean(signal.trigger().correction());
        out.writeLong(signal.asOf());
        writeSession(signal.session(), out);
        out.writeBoolean(signal.run() != null);
        if (signal.run() != null) {
            Fields.writeContext(signal.run().context(), out);
            out.writeInt(signal.run().songs());
            out.writeInt(signal.run().skips());
        }
        out.writeInt(signal.skipStreak());
        ChangeCodec.writeMood(signal.mood(), out);
        out.writeBoolean(signal.heading() != null);
        if (signal.heading() != null) {
            out.writeInt(signal.heading().valence());
            out.writeInt(signal.heading().energy());
        }
        Fields.writeList(signal.nextSongs(), SignalCodec::writeSong, out);
        Fields.writeList(signal.leftOut(), SignalCodec::writeLeftOut, out);
        Fields.writeEnum(signal.ad().verdict(), out);
        Fields.writeText(signal.ad().policy(), out);
        Fields.writeText(signal.ad().reason(), out);
        Fields.writeText(signal.rulesVersion(), out);
    }

    @Override
    public Signal read(DataInputView in, int version) throws IOException {
        return new Signal(
                Fields.readText(in),
                in.readLong(),
                new Trigger(Fields.readText(in), Fields.readEnum(CAUSES, in), in.readBoolean()),
                in.readLong(),
                readSession(in),
                in.readBoolean() ? new CurrentRun(Fields.readContext(in), in.readInt(), in.readInt()) : null,
                in.readInt(),
                ChangeCodec.readMood(in),
                in.readBoolean() ? new Heading(in.readInt(), in.readInt()) : null,
                Fields.readList(SignalCodec::readSong, in),
                Fields.readList(SignalCodec::readLeftOut, in),
                new AdJudgement(Fields.readEnum(VERDICTS, in), Fields.readText(in), Fields.readText(in)),
                Fields.readText(in));
    }

    private static void writeSession(SessionSoFar session, DataOutputView out) throws IOException {
        out.writeLong(session.startedAt());
        out.writeInt(session.plays());
        out.writeInt(session.countedPlays());
        ChangeCodec.writeSkips(session.skips(), out);
        out.writeLong(session.listenedMs());
    }

    private static SessionSoFar readSession(DataInputView in) throws IOException {
        return new SessionSoFar(in.readLong(), in.readInt(), in.readInt(), ChangeCodec.readSkips(in), in.readLong());
    }

    private static void writeSong(NextSong song, DataOutputView out) throws IOException {
        Fields.writeText(song.trackId(), out);
        out.writeInt(song.fit());
        Fields.writeList(song.factors(), SignalCodec::writeFactor, out);
    }

    private static NextSong readSong(DataInputView in) throws IOException {
        return new NextSong(Fields.readText(in), in.readInt(), Fields.readList(SignalCodec::readFactor, in));
    }

    private static void writeLeftOut(LeftOut song, DataOutputView out) throws IOException {
        Fields.writeText(song.trackId(), out);
        out.writeInt(song.fitOtherwise());
        Fields.writeList(song.factors(), SignalCodec::writeFactor, out);
    }

    private static LeftOut readLeftOut(DataInputView in) throws IOException {
        return new LeftOut(Fields.readText(in), in.readInt(), Fields.readList(SignalCodec::readFactor, in));
    }

    private static void writeFactor(Factor factor, DataOutputView out) throws IOException {
        Fields.writeText(factor.policy(), out);
        out.writeInt(factor.score());
    }

    private static Factor readFactor(DataInputView in) throws IOException {
        return new Factor(Fields.readText(in), in.readInt());
    }
}
