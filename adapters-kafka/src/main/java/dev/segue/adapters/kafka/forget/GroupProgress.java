package dev.segue.adapters.kafka.forget;

import dev.segue.adapters.kafka.cluster.KafkaCluster;
import dev.segue.adapters.kafka.topic.TopicAdmin;
import java.util.Map;
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
     * In how many partitions a group has not committed these offsets yet.
     *
     * @throws ExecutionException when Kafka does not say
     */
    public long behind(String group, Map<TopicPartition, Long> offsets)
            throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetAndMetadata> committed = admin.listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .get();
        return offsets.entrySet().stream()
                .filter(wanted -> {
                    OffsetAndMetadata reached = committed.get(wanted.getKey());
                    return reached == null || reached.offset() < wanted.getValue();
                })
                .count();
    }

    @Override
    public void close() {
        admin.close();
    }
}
