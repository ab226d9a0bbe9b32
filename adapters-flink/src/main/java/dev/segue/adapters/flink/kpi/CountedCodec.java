package dev.segue.adapters.flink.kpi;

import dev.segue.adapters.flink.codec.Fields;
import dev.segue.domain.kpi.Subject;
import dev.segue.domain.kpi.counting.CountedRun;
import dev.segue.domain.kpi.counting.CountedSession;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Writes what KPIs need of a session, as part of what is stored or sent. */
final class CountedCodec {

    private static final Subject.Kind[] KINDS = Subject.Kind.values();

    private CountedCodec() {}

    static void write(CountedSession session, DataOutputView out) throws IOException {
        Fields.writeText(session.listener(), out);
        Fields.writeText(session.country(), out);
        Fields.writeText(session.timeZone(), out);
        out.writeLong(session.startedAt());
        out.writeInt(session.offsetSeconds());
        out.writeBoolean(session.open());
        out.writeLong(session.settledAfter());
        out.writeLong(session.settlingMs());
        out.writeLong(session.listenedMs());
        out.writeInt(session.plays());
        out.writeInt(session.countedPlays());
        KpiNumbersCodec.writeSkips(session.skips(), out);
        out.writeInt(session.longestRun());
        Fields.writeList(session.runs(), CountedCodec::writeRun, out);
    }

    static CountedSession read(DataInputView in) throws IOException {
        return new CountedSession(
                Fields.readText(in),
                Fields.readText(in),
                Fields.readText(in),
                in.readLong(),
                in.readInt(),
                in.readBoolean(),
                in.readLong(),
                in.readLong(),
                in.readLong(),
                in.readInt(),
                in.readInt(),
                KpiNumbersCodec.readSkips(in),
                in.readInt(),
                Fields.readList(CountedCodec::readRun, in));
    }

    private static void writeRun(CountedRun run, DataOutputView out) throws IOException {
        Fields.writeEnum(run.kind(), out);
        KpiRowCodec.writeSubject(run.subject(), out);
        out.writeLong(run.startedAt());
        out.writeInt(run.offsetSeconds());
        out.writeInt(run.songs());
        out.writeInt(run.countedPlays());
        KpiNumbersCodec.writeSkips(run.skips(), out);
        out.writeLong(run.listenedMs());
        out.writeBoolean(run.abandoned());
    }

    private static CountedRun readRun(DataInputView in) throws IOException {
        return new CountedRun(
                Fields.readEnum(KINDS, in),
                KpiRowCodec.readSubject(in),
                in.readLong(),
                in.readInt(),
                in.readInt(),
                in.readInt(),
                KpiNumbersCodec.readSkips(in),
                in.readLong(),
                in.readBoolean());
    }
}
