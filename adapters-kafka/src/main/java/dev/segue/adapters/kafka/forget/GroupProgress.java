package dev.segue.adapters.kafka.forget;

import dev.segue.adapters.kafka.cluster.KafkaCluster;
import dev.segue.adapters.kafka.topic.TopicAdmin;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** How far the jobs have got: the offsets that each commits with every complete checkpoint. */
public final class GroupProgress implements AutoCloseable {

    private final Admin admin;

    public GroupProgress(KafkaCluster cluster) {
        this.admin = Admin.create(new TopicAdmin(cluster).clientProperties());
    }

    /**
     * How far a group lags behind offsets.
     *
     * @param records how many offsets lie between what it has committed and these, over all partitions; 0 when it has
     *     committed all of them
     * @param hasBegun whether it has committed any offset
     */
    public record Lag(long records, boolean hasBegun) {}

    /**
     * How far a group lags behind these offsets, which are positive.
     *
     * @throws ExecutionException when Kafka does not say
     */
    public Lag lag(String group, Map<TopicPartition, Long> offsets) throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetAndMetadata> committed = new HashMap<>(admin.listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .get());
        committed.values().removeIf(Objects::isNull);
        long records = 0;
        for (Map.Entry<TopicPartition, Long> wanted : offsets.entrySet()) {
            OffsetAndMetadata reached = committed.get(wanted.getKey());
            records += Math.max(0, wanted.getValue() - (reached == null ? 0 : reached.offset()));
        }
        return new Lag(records, !committed.isEmpty());
    }

    @Override
    public void close() {
        admin.close();
    }
}
