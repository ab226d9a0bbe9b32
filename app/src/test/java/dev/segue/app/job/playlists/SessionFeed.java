package dev.segue.app.job.playlists;

import dev.segue.adapters.flink.kpi.Written;
import dev.segue.adapters.kafka.cluster.KafkaCluster;
import dev.segue.adapters.kafka.codec.SessionCodec;
import dev.segue.adapters.kafka.codec.WatermarkHeader;
import dev.segue.adapters.kafka.registry.RegistryAccess;
import dev.segue.app.broker.StackUnderTest;
import dev.segue.domain.clock.Clocks;
import dev.segue.domain.session.Change;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Writes sessions as the sessions job does: all of one listener to one partition, in order. */
final class SessionFeed implements AutoCloseable {

    private final KafkaProducer<byte[], byte[]> producer;
    private final SessionRecords records;

    SessionFeed(StackUnderTest stack) {
        records = new SessionRecords(
                new SessionCodec(RegistryAccess.at(stack.registryUrl()).connect(), StackUnderTest.TOPICS.sessions()));
        producer = new KafkaProducer<>(
                KafkaCluster.at(stack.bootstrapServers()).propertiesWith(Map.of("acks", "all")),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    /** Writes changes to sessions, as a job of one subtask does; plays are on another topic. */
    void emit(List<Change> changes) throws Exception {
        for (Change change : changes) {
            emit(new Written(change, Written.asOf(change)));
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
