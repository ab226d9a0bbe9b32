package dev.segue.app.dashboard;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.segue.adapters.kafka.cluster.KafkaCluster;
import dev.segue.adapters.kafka.codec.DeadLetterCodec;
import dev.segue.adapters.kafka.codec.HealthCodec;
import dev.segue.adapters.kafka.codec.IncidentCodec;
import dev.segue.adapters.kafka.codec.KpiCodec;
import dev.segue.adapters.kafka.codec.PlaysCodec;
import dev.segue.adapters.kafka.codec.SessionCodec;
import dev.segue.adapters.kafka.codec.SignalCodec;
import dev.segue.adapters.kafka.codec.TrackCodec;
import dev.segue.adapters.kafka.registry.RegistryAccess;
import dev.segue.adapters.kafka.registry.SchemaRegistry;
import dev.segue.adapters.kafka.topic.Topics;
import dev.segue.contracts.Track;
import dev.segue.domain.accounting.Health;
import dev.segue.domain.alert.Incident;
import dev.segue.domain.kpi.KpiRow;
import dev.segue.domain.playback.DeadLetter;
import dev.segue.domain.session.Change;
import dev.segue.domain.signal.now.Signal;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Writes everything that the page shows to the topics, as the jobs do. */
final class PageFeed implements AutoCloseable {

    static final int PARTITIONS = 2;

    private final Topics topics;
    private final KafkaProducer<byte[], byte[]> producer;
    private final SessionCodec sessions;
    private final PlaysCodec plays;
    private final KpiCodec kpis;
    private final IncidentCodec incidents;
    private final SignalCodec signals;
    private final HealthCodec health;
    private final DeadLetterCodec deadLetters;
    private final TrackCodec tracks;

    PageFeed(KafkaCluster cluster, RegistryAccess access, Topics topics) {
        this.topics = topics;
        producer = new KafkaProducer<>(
                cluster.propertiesWith(Map.of("acks", "all")), new ByteArraySerializer(), new ByteArraySerializer());
        SchemaRegistry registry = access.connect();
        sessions = new SessionCodec(registry, topics.sessions());
        plays = new PlaysCodec(registry, topics.plays());
        kpis = new KpiCodec(registry, topics.kpis());
        incidents = new IncidentCodec(registry, topics.alerts());
        signals = new SignalCodec(registry, topics.signals());
        health = new HealthCodec(registry, topics.health());
        deadLetters = new DeadLetterCodec(registry, topics.deadLetters());
        tracks = new TrackCodec(registry, topics.tracks());
    }

    /** Writes as the sessions job does: all changes of one listener to one partition, in order. */
    void emit(Change change) throws Exception {
        String id = change.sessionId().value();
        if (change instanceof Change.Revision revision) {
            send(topics.sessions(), partitionOf(change), id, sessions.encode(revision));
        } else if (change instanceof Change.Superseded superseded) {
            send(topics.sessions(), partitionOf(change), id, sessions.encode(superseded));
        } else if (change instanceof Change.Purged) {
            send(topics.sessions(), partitionOf(change), id, null);
        } else if (change instanceof Change.PlaysOfSession chunk) {
            send(
                    topics.plays(),
                    partitionOf(change),
                    PlaysCodec.key(chunk.sessionId(), chunk.chunk()),
                    plays.encode(chunk));
        } else if (change instanceof Change.PlaysGone gone) {
            send(topics.plays(), partitionOf(change), PlaysCodec.key(gone.sessionId(), gone.chunk()), null);
        }
    }

    void emit(KpiRow row) throws Exception {
        send(topics.kpis(), null, KpiCodec.key(row), kpis.encode(row));
    }

    void emit(Incident incident) throws Exception {
        send(topics.alerts(), null, incident.id(), incidents.encode(incident));
    }

    void emit(Signal signal) throws Exception {
        send(topics.signals(), null, signal.listener(), signals.encode(signal));
    }

    void emit(DeadLetter letter) throws Exception {
        send(topics.deadLetters(), 0, "key", deadLetters.encode(letter));
    }

    void emit(Track track) throws Exception {
        send(topics.tracks(), null, track.getTrackId(), tracks.encode(track));
    }

    void removeTrack(String trackId) throws Exception {
        send(topics.tracks(), null, trackId, null);
    }

    void emit(Health report) throws Exception {
        send(topics.health(), null, report.job() + report.stage() + report.subtask(), health.encode(report));
    }

    private static int partitionOf(Change change) {
        return Math.floorMod(change.listener().hashCode(), PARTITIONS);
    }

    /** If {@code partition} is null, the key decides. */
    private void send(String topic, Integer partition, String key, byte[] value) throws Exception {
        producer.send(new ProducerRecord<>(topic, partition, key.getBytes(UTF_8), value))
                .get();
    }

    @Override
    public void close() {
        producer.close();
    }
}
