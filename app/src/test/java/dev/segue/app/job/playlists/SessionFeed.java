package dev.segue.app.job.playlists;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.segue.adapters.kafka.cluster.KafkaCluster;
import dev.segue.adapters.kafka.codec.SessionCodec;
import dev.segue.adapters.kafka.registry.RegistryAccess;
import dev.segue.app.broker.StackUnderTest;
import dev.segue.domain.session.Change;
import dev.segue.domain.session.Change.Forgotten;
import dev.segue.domain.session.Change.Revision;
import dev.segue.domain.session.Change.Superseded;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Tells sessions as the sessions job does: all of one listener on one partition, in order. */
final class SessionFeed implements AutoCloseable {

    private static final int PARTITIONS = 2;

    private final KafkaProducer<byte[], byte[]> producer;
    private final SessionCodec codec;

    SessionFeed(StackUnderTest stack) {
        codec = new SessionCodec(RegistryAccess.at(stack.registryUrl()).connect(), StackUnderTest.TOPICS.sessions());
        producer = new KafkaProducer<>(
                KafkaCluster.at(stack.bootstrapServers()).propertiesWith(Map.of("acks", "all")),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    /** What there is to tell of whole sessions; plays are of another topic. */
    void tell(List<Change> changes) throws Exception {
        for (Change change : changes) {
            if (change instanceof Revision revision) {
                send(change, codec.encode(revision));
            } else if (change instanceof Superseded superseded) {
                send(change, codec.encode(superseded));
            } else if (change instanceof Forgotten) {
                send(change, null);
            }
        }
    }

    private void send(Change change, byte[] value) throws Exception {
        int partition = Math.floorMod(change.listener().hashCode(), PARTITIONS);
        byte[] key = change.sessionId().value().getBytes(UTF_8);
        producer.send(new ProducerRecord<>(StackUnderTest.TOPICS.sessions(), partition, key, value))
                .get();
    }

    @Override
    public void close() {
        producer.close();
    }
}
