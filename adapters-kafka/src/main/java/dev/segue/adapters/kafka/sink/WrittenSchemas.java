package dev.segue.adapters.kafka.sink;

import dev.segue.adapters.kafka.codec.WireFormat;
import dev.segue.adapters.kafka.registry.SchemaRegistry;
import dev.segue.adapters.kafka.topic.Topic;
import dev.segue.adapters.kafka.topic.TopicUse;
import dev.segue.adapters.kafka.topic.Topics;
import dev.segue.contracts.AlertNote;
import dev.segue.contracts.DeadLetter;
import dev.segue.contracts.Health;
import dev.segue.contracts.Incident;
import dev.segue.contracts.KpiRow;
import dev.segue.contracts.LateEvent;
import dev.segue.contracts.SessionPlays;
import dev.segue.contracts.SessionRevision;
import dev.segue.contracts.Signal;
import dev.segue.contracts.TrackKpis;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.avro.Schema;

/**
 * The schemas of the messages that a job writes.
 *
 * @param bySubject the subjects under which the registry must have them
 */
public record WrittenSchemas(Map<String, Schema> bySubject) {

    private static final Map<Topic, Schema> OF_THE_PLATFORM = Map.of(
            Topics.SESSIONS, SessionRevision.getClassSchema(),
            Topics.PLAYS, SessionPlays.getClassSchema(),
            Topics.KPIS, KpiRow.getClassSchema(),
            Topics.TRACK_KPIS, TrackKpis.getClassSchema(),
            Topics.ALERTS, Incident.getClassSchema(),
            Topics.ALERT_NOTES, AlertNote.getClassSchema(),
            Topics.SIGNALS, Signal.getClassSchema(),
            Topics.LATE, LateEvent.getClassSchema(),
            Topics.DEAD_LETTERS, DeadLetter.getClassSchema(),
            Topics.HEALTH, Health.getClassSchema());

    public WrittenSchemas {
        bySubject = Map.copyOf(bySubject);
    }

    /** The schemas of the topics of the platform that are written; nothing is known about other topics. */
    public static WrittenSchemas of(TopicUse use) {
        Map<String, Schema> schemas = new LinkedHashMap<>();
        for (Topic topic : use.writes()) {
            Schema schema = OF_THE_PLATFORM.get(topic);
            if (schema != null) {
                schemas.put(WireFormat.subjectOfValues(use.names().name(topic)), schema);
            }
        }
        return new WrittenSchemas(schemas);
    }

    /**
     * Registers the schemas, or looks them up, as our access to the registry says.
     *
     * @throws dev.segue.adapters.kafka.registry.RegistryFailure when one of them is not, or does not get there
     */
    public void require(SchemaRegistry registry) {
        bySubject.keySet().stream().sorted().forEach(subject -> registry.idOf(subject, bySubject.get(subject)));
    }
}
