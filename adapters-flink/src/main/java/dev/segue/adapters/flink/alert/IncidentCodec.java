package dev.segue.adapters.flink.alert;

import dev.segue.adapters.flink.codec.Codec;
import dev.segue.adapters.flink.codec.Fields;
import dev.segue.domain.alert.Incident;
import dev.segue.domain.kpi.Kpi;
import dev.segue.domain.kpi.Place;
import java.io.IOException;
import java.time.LocalDateTime;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Codec of incidents. */
public final class IncidentCodec implements Codec<Incident> {

    private static final Incident.Status[] STATUSES = Incident.Status.values();
    private static final Incident.Direction[] DIRECTIONS = Incident.Direction.values();
    private static final Kpi[] KPIS = Kpi.values();

    @Override
    public String name() {
        return "incident";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public void write(Incident incident, DataOutputView out) throws IOException {
        Fields.writeText(incident.id(), out);
        out.writeInt(incident.revision());
        Fields.writeEnum(incident.status(), out);
        Fields.writeText(incident.policy(), out);
        Fields.writeEnum(incident.kpi(), out);
        SeriesFields.writeSubject(incident.subject(), out);
        Fields.writeText(incident.place().country(), out);
        Fields.writeText(incident.place().timeZone(), out);
        Fields.writeEnum(incident.direction(), out);
        Fields.writeText(incident.sentence(), out);
        Fields.writeText(incident.sinceLocal().toString(), out);
        out.writeLong(incident.since());
        out.writeLong(incident.until());
        out.writeLong(incident.openedAt());
        Fields.writeNullableLong(incident.closedAt(), out);
        out.writeDouble(incident.value());
        out.writeDouble(incident.usual());
        out.writeDouble(incident.score());
        out.writeDouble(incident.worstValue());
        out.writeDouble(incident.worstUsual());
        out.writeDouble(incident.worstScore());
        out.writeLong(incident.sessions());
        out.writeInt(incident.windows());
        out.writeInt(incident.weeks());
        out.writeLong(incident.asOf());
    }

    @Override
    public Incident read(DataInputView in, int version) throws IOException {
        return new Incident(
                Fields.readText(in),
                in.readInt(),
                Fields.readEnum(STATUSES, in),
                Fields.readText(in),
                Fields.readEnum(KPIS, in),
                SeriesFields.readSubject(in),
                new Place(Fields.readText(in), Fields.readText(in)),
                Fields.readEnum(DIRECTIONS, in),
                Fields.readText(in),
                LocalDateTime.parse(Fields.readText(in)),
                in.readLong(),
                in.readLong(),
                in.readLong(),
                Fields.readNullableLong(in),
                in.readDouble(),
                in.readDouble(),
                in.readDouble(),
                in.readDouble(),
                in.readDouble(),
                in.readDouble(),
                in.readLong(),
                in.readInt(),
                in.readInt(),
                in.readLong());
    }
}
