package dev.segue.adapters.flink.kpi;

import dev.segue.adapters.flink.codec.Fields;
import dev.segue.adapters.flink.codec.Part;
import dev.segue.domain.kpi.KpiNumbers;
import dev.segue.domain.kpi.Subject;
import dev.segue.domain.kpi.counting.CountedRun;
import dev.segue.domain.kpi.counting.CountedSession;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Writes what KPIs need of a session, as part of what is stored or sent. */
final class CountedCodec {

    private static final Subject.Kind[] KINDS = Subject.Kind.values();

    private final Part<KpiNumbers> numbers = new Part<>(new KpiNumbersCodec());

    void write(CountedSession session, DataOutputView out) throws IOException {
        Fields.writeText(session.listener(), out);
        Fields.writeText(session.country(), out);
        Fields.writeText(session.timeZone(), out);
        Fields.writeEnum(session.deviceType(), out);
        out.writeLong(session.startedAt());
        out.writeInt(session.offsetSeconds());
        out.writeLong(session.settledAfter());
        out.writeLong(session.settlingMs());
        numbers.write(session.numbers(), out);
        Fields.writeList(session.runs(), this::writeRun, out);
    }

    CountedSession read(DataInputView in) throws IOException {
        return new CountedSession(
                Fields.readText(in),
                Fields.readText(in),
                Fields.readText(in),
                Fields.readEnum(Fields.DEVICE_TYPES, in),
                in.readLong(),
                in.readInt(),
                in.readLong(),
                in.readLong(),
                numbers.read(in),
                Fields.readList(this::readRun, in));
    }

    private void writeRun(CountedRun run, DataOutputView out) throws IOException {
        Fields.writeEnum(run.kind(), out);
        KpiRowCodec.writeSubject(run.subject(), out);
        Fields.writeEnum(run.deviceType(), out);
        out.writeLong(run.startedAt());
        out.writeInt(run.offsetSeconds());
        numbers.write(run.numbers(), out);
    }

    private CountedRun readRun(DataInputView in) throws IOException {
        return new CountedRun(
                Fields.readEnum(KINDS, in),
                KpiRowCodec.readSubject(in),
                Fields.readEnum(Fields.DEVICE_TYPES, in),
                in.readLong(),
                in.readInt(),
                numbers.read(in));
    }
}
