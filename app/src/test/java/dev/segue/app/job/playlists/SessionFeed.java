package dev.segue.app.job.playlists;

import dev.segue.adapters.flink.kpi.Written;
import dev.segue.adapters.kafka.cluster.KafkaCluster;
import dev.segue.adapters.kafka.codec.PlaysCodec;
import dev.segue.adapters.kafka.codec.SessionCodec;
import dev.segue.adapters.kafka.codec.WatermarkHeader;
import dev.segue.adapters.kafka.registry.RegistryAccess;
import dev.segue.adapters.kafka.registry.SchemaRegistry;
import dev.segue.app.broker.StackUnderTest;
import dev.segue.domain.clock.Clocks;
import dev.segue.domain.session.Change;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Writes sessions and their plays as the sessions job does: all of one listener to one partition, in order. */
final class SessionFeed implements AutoCloseable {

    private final KafkaProducer<byte[], byte[]> producer;
    private final SessionRecords records;

    SessionFeed(StackUnderTest stack) {
        SchemaRegistry registry = RegistryAccess.at(stack.registryUrl()).connect();
        records = new SessionRecords(
                new SessionCodec(registry, StackUnderTest.TOPICS.sessions()),
                new PlaysCodec(registry, StackUnderTest.TOPICS.plays()));
        producer = new KafkaProducer<>(
                KafkaCluster.at(stack.bootstrapServers()).propertiesWith(Map.of("acks", "all")),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    /** Writes changes to sessions and plays, as a job of one subtask does; each chunk with the watermark of its session. */
    void emit(List<Change> changes) throws Exception {
        long watermark = Clocks.NOT_STARTED;
        for (Change change : changes) {
            watermark = SessionRecords.isOfPlays(change) ? watermark : Written.asOf(change);
            emit(new Written(change, watermark));
        }
    }

    /** Writes a change, and what it says about all that comes later. */
    void emit(Written written) throws Exception {
        ProducerRecord<byte[], byte[]> record = records.of(written.change());
        if (written.watermark() != Clocks.NOT_STARTED) {
            WatermarkHeader.add(record.headers(), written.watermark());
        }
        producer.send(record).get();
    }

    @Override
    public void close() {
        producer.close();
    }
}
