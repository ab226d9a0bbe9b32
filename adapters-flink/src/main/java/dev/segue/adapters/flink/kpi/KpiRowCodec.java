package dev.segue.adapters.flink.kpi;

import dev.segue.adapters.flink.codec.Codec;
import dev.segue.adapters.flink.codec.Fields;
import dev.segue.adapters.flink.codec.Part;
import dev.segue.domain.kpi.KpiKey;
import dev.segue.domain.kpi.KpiNumbers;
import dev.segue.domain.kpi.KpiRow;
import dev.segue.domain.kpi.KpiWindow;
import dev.segue.domain.kpi.Place;
import dev.segue.domain.kpi.Subject;
import java.io.IOException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Writes KPI rows. */
public final class KpiRowCodec implements Codec<KpiRow> {

    private static final Subject.Kind[] KINDS = Subject.Kind.values();
    private static final KpiWindow.Period[] PERIODS = KpiWindow.Period.values();

    private final Part<KpiNumbers> numbers = new Part<>(new KpiNumbersCodec());

    @Override
    public String name() {
        return "kpi-row";
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
    public void write(KpiRow row, DataOutputView out) throws IOException {
        writeKey(KpiKey.of(row), out);
        out.writeLong(row.startsAt());
        out.writeLong(row.endsAt());
        Fields.writeText(row.mainTimeZone(), out);
        out.writeInt(row.listeners());
        out.writeInt(row.returningListeners());
        numbers.write(row.numbers(), out);
        out.writeBoolean(row.over());
        out.writeBoolean(row.settled());
        out.writeLong(row.asOf());
    }

    @Override
    public KpiRow read(DataInputView in, int version) throws IOException {
        KpiKey key = readKey(in);
        return new KpiRow(
                key.subject(),
                key.place(),
                key.window(),
                in.readLong(),
                in.readLong(),
                Fields.readText(in),
                in.readInt(),
                in.readInt(),
                numbers.read(in),
                in.readBoolean(),
                in.readBoolean(),
                in.readLong());
    }

    /** Writes the key of a row, as part of whatever holds it. */
    public static void writeKey(KpiKey key, DataOutputView out) throws IOException {
        writeSubject(key.subject(), out);
        writePlace(key.place(), out);
        writeWindow(key.window(), out);
    }

    public static KpiKey readKey(DataInputView in) throws IOException {
        return new KpiKey(readSubject(in), readPlace(in), readWindow(in));
    }

    static void writeSubject(Subject subject, DataOutputView out) throws IOException {
        Fields.writeEnum(subject.kind(), out);
        Fields.writeText(subject.id(), out);
        Fields.writeText(subject.edition(), out);
    }

    static Subject readSubject(DataInputView in) throws IOException {
        return new Subject(Fields.readEnum(KINDS, in), Fields.readText(in), Fields.readText(in));
    }

    static void writePlace(Place place, DataOutputView out) throws IOException {
        Fields.writeText(place.country(), out);
        Fields.writeText(place.timeZone(), out);
        out.writeBoolean(place.deviceType() != null);
        if (place.deviceType() != null) {
            Fields.writeEnum(place.deviceType(), out);
        }
    }

    static Place readPlace(DataInputView in) throws IOException {
        return new Place(
                Fields.readText(in),
                Fields.readText(in),
                in.readBoolean() ? Fields.readEnum(Fields.DEVICE_TYPES, in) : null);
    }

    static void writeWindow(KpiWindow window, DataOutputView out) throws IOException {
        Fields.writeEnum(window.period(), out);
        out.writeLong(window.start().toEpochSecond(ZoneOffset.UTC));
        out.writeBoolean(window.offsetSeconds() != null);
        if (window.offsetSeconds() != null) {
            out.writeInt(window.offsetSeconds());
        }
    }

    static KpiWindow readWindow(DataInputView in) throws IOException {
        KpiWindow.Period period = Fields.readEnum(PERIODS, in);
        LocalDateTime start = LocalDateTime.ofEpochSecond(in.readLong(), 0, ZoneOffset.UTC);
        return new KpiWindow(period, start, in.readBoolean() ? Integer.valueOf(in.readInt()) : null);
    }
}
