package dev.segue.adapters.flink.alert;

import dev.segue.adapters.flink.codec.Fields;
import dev.segue.domain.alert.Series;
import dev.segue.domain.kpi.Kpi;
import dev.segue.domain.kpi.Place;
import dev.segue.domain.kpi.Subject;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Writes and reads the identity of a series. */
final class SeriesFields {

    private static final Kpi[] KPIS = Kpi.values();
    private static final Subject.Kind[] KINDS = Subject.Kind.values();

    private SeriesFields() {}

    static void write(Series series, DataOutputView out) throws IOException {
        Fields.writeText(series.policy(), out);
        Fields.writeEnum(series.kpi(), out);
        writeSubject(series.subject(), out);
        Fields.writeText(series.place().country(), out);
    }

    static Series read(DataInputView in) throws IOException {
        return new Series(
                Fields.readText(in), Fields.readEnum(KPIS, in), readSubject(in), new Place(Fields.readText(in), null));
    }

    static void writeSubject(Subject subject, DataOutputView out) throws IOException {
        Fields.writeEnum(subject.kind(), out);
        Fields.writeText(subject.id(), out);
        Fields.writeText(subject.edition(), out);
    }

    static Subject readSubject(DataInputView in) throws IOException {
        return new Subject(Fields.readEnum(KINDS, in), Fields.readText(in), Fields.readText(in));
    }
}
