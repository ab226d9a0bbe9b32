package dev.segue.adapters.kafka.sink;

import dev.segue.adapters.kafka.codec.PlaysCodec;
import dev.segue.adapters.kafka.codec.SessionCodec;
import dev.segue.adapters.kafka.registry.RegistryAccess;
import dev.segue.adapters.kafka.registry.SchemaRegistry;
import dev.segue.domain.session.Change;
import dev.segue.domain.session.Change.PlaysGone;
import dev.segue.domain.session.Change.PlaysOfSession;
import dev.segue.domain.session.Change.Purged;
import dev.segue.domain.session.Change.Revision;
import dev.segue.domain.session.Change.Superseded;
import java.nio.charset.StandardCharsets;
import org.apache.flink.api.common.serialization.SerializationSchema.InitializationContext;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Creates the record of a change: an upsert, or a tombstone. Sessions and their plays go to two topics through one
 * sink, so that they are committed together.
 */
final class ChangeRecords implements KafkaRecordSerializationSchema<Change> {

    private static final long serialVersionUID = 1;

    private final RegistryAccess registry;
    private final String sessions;
    private final String plays;
    private transient SessionCodec sessionCodec;
    private transient PlaysCodec playsCodec;

    ChangeRecords(RegistryAccess registry, String sessions, String plays) {
        this.registry = registry;
        this.sessions = sessions;
        this.plays = plays;
    }

    @Override
    public void open(InitializationContext context, KafkaSinkContext topics) {
        SchemaRegistry connected = registry.connect();
        sessionCodec = new SessionCodec(connected, sessions);
        playsCodec = new PlaysCodec(connected, plays);
    }

    @Override
    public ProducerRecord<byte[], byte[]> serialize(Change change, KafkaSinkContext topics, Long timestamp) {
        String id = change.sessionId().value();
        if (change instanceof Revision revision) {
            return record(sessions, topics, change, id, sessionCodec.encode(revision));
        }
        if (change instanceof Superseded superseded) {
            return record(sessions, topics, change, id, sessionCodec.encode(superseded));
        }
        if (change instanceof Purged) {
            return record(sessions, topics, change, id, null);
        }
        if (change instanceof PlaysOfSession chunk) {
            return record(
                    plays, topics, change, PlaysCodec.key(chunk.sessionId(), chunk.chunk()), playsCodec.encode(chunk));
        }
        PlaysGone gone = (PlaysGone) change;
        return record(plays, topics, change, PlaysCodec.key(gone.sessionId(), gone.chunk()), null);
    }

    private static ProducerRecord<byte[], byte[]> record(
            String topic, KafkaSinkContext topics, Change change, String key, byte[] value) {
        int partitions = topics.getPartitionsForTopic(topic).length;
        int partition = CopartitionedWithPlayback.partitionOf(change.listener(), partitions);
        return new ProducerRecord<>(topic, partition, key.getBytes(StandardCharsets.UTF_8), value);
    }
}
