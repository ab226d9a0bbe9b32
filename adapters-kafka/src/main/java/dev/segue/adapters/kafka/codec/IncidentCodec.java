package dev.segue.adapters.kafka.codec;

import dev.segue.adapters.kafka.registry.SchemaRegistry;
import dev.segue.contracts.Direction;
import dev.segue.contracts.Incident;
import dev.segue.contracts.IncidentStatus;
import dev.segue.contracts.KpiPlace;
import dev.segue.domain.kpi.Kpi;
import dev.segue.domain.kpi.Place;
import dev.segue.domain.playback.RejectionReason;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;

/** Incidents, to and from the records of {@code listening.alerts}. */
public final class IncidentCodec {

    private final RecordReader<Incident> reader;
    private final RecordWriter<Incident> writer;

    public IncidentCodec(SchemaRegistry registry, String topic) {
        this.reader = new RecordReader<>(registry, Incident.getClassSchema());
        this.writer = new RecordWriter<>(registry, topic, Incident.getClassSchema());
    }

    /**
     * The incident in a record's value.
     *
     * @throws UnusableRecord when these bytes are not an incident
     */
    public dev.segue.domain.alert.Incident decode(byte[] value) throws UnusableRecord {
        Incident incident = reader.read(value);
        return new dev.segue.domain.alert.Incident(
                incident.getIncidentId(),
                incident.getRevision(),
                status(incident.getStatus()),
                incident.getPolicy(),
                kpi(incident.getKpi()),
                KpiCodec.subject(incident.getSubject()),
                country(incident.getPlace()),
                direction(incident.getDirection()),
                incident.getSentence(),
                sinceLocal(incident.getSinceLocal()),
                incident.getSince().toEpochMilli(),
                incident.getUntil().toEpochMilli(),
                incident.getOpenedAt().toEpochMilli(),
                Parts.millis(incident.getClosedAt()),
                incident.getValue(),
                incident.getUsual(),
                incident.getScore(),
                incident.getWorstValue(),
                incident.getWorstUsual(),
                incident.getWorstScore(),
                incident.getSessions(),
                incident.getWindows(),
                incident.getWeeks(),
                incident.getAsOf().toEpochMilli());
    }

    private static Place country(KpiPlace written) throws UnusableRecord {
        Place place = KpiCodec.place(written);
        if (!place.coversWholeCountry()) {
            throw new UnusableRecord(RejectionReason.NO_DETAIL, "The incident's place is not a whole country.");
        }
        return place;
    }

    /** The record's value for an incident. */
    public byte[] encode(dev.segue.domain.alert.Incident incident) {
        return writer.write(Incident.newBuilder()
                .setIncidentId(incident.id())
                .setRevision(incident.revision())
                .setStatus(status(incident.status()))
                .setPolicy(incident.policy())
                .setKpi(incident.kpi().name())
                .setSubject(KpiCodec.subject(incident.subject()))
                .setPlace(KpiCodec.place(incident.place()))
                .setDirection(direction(incident.direction()))
                .setSentence(incident.sentence())
                .setSinceLocal(incident.sinceLocal().toString())
                .setSince(Instant.ofEpochMilli(incident.since()))
                .setUntil(Instant.ofEpochMilli(incident.until()))
                .setOpenedAt(Instant.ofEpochMilli(incident.openedAt()))
                .setClosedAt(Parts.instant(incident.closedAt()))
                .setValue(incident.value())
                .setUsual(incident.usual())
                .setScore(incident.score())
                .setWorstValue(incident.worstValue())
                .setWorstUsual(incident.worstUsual())
                .setWorstScore(incident.worstScore())
                .setSessions(incident.sessions())
                .setWindows(incident.windows())
                .setWeeks(incident.weeks())
                .setAsOf(Instant.ofEpochMilli(incident.asOf()))
                .build());
    }

    private static dev.segue.domain.alert.Incident.Status status(IncidentStatus status) throws UnusableRecord {
        return switch (status) {
            case OPEN -> dev.segue.domain.alert.Incident.Status.OPEN;
            case CLOSED -> dev.segue.domain.alert.Incident.Status.CLOSED;
            case NEW_NORMAL -> dev.segue.domain.alert.Incident.Status.NEW_NORMAL;
            case WITHDRAWN -> dev.segue.domain.alert.Incident.Status.WITHDRAWN;
            case UNKNOWN -> throw unknown("status");
        };
    }

    private static IncidentStatus status(dev.segue.domain.alert.Incident.Status status) {
        return switch (status) {
            case OPEN -> IncidentStatus.OPEN;
            case CLOSED -> IncidentStatus.CLOSED;
            case NEW_NORMAL -> IncidentStatus.NEW_NORMAL;
            case WITHDRAWN -> IncidentStatus.WITHDRAWN;
        };
    }

    private static dev.segue.domain.alert.Incident.Direction direction(Direction direction) throws UnusableRecord {
        return switch (direction) {
            case LOWER -> dev.segue.domain.alert.Incident.Direction.LOWER;
            case HIGHER -> dev.segue.domain.alert.Incident.Direction.HIGHER;
            case UNKNOWN -> throw unknown("direction");
        };
    }

    private static Direction direction(dev.segue.domain.alert.Incident.Direction direction) {
        return switch (direction) {
            case LOWER -> Direction.LOWER;
            case HIGHER -> Direction.HIGHER;
        };
    }

    private static Kpi kpi(String name) throws UnusableRecord {
        try {
            return Kpi.valueOf(name);
        } catch (IllegalArgumentException e) {
            throw unknown("KPI");
        }
    }

    private static LocalDateTime sinceLocal(String text) throws UnusableRecord {
        try {
            return Parts.localTime(text);
        } catch (DateTimeException e) {
            throw new UnusableRecord(RejectionReason.NO_TIME, "'" + text + "' is not a valid start of an incident.");
        }
    }

    private static UnusableRecord unknown(String what) {
        return new UnusableRecord(RejectionReason.UNKNOWN_TYPE, "The incident's " + what + " is unknown.");
    }
}
