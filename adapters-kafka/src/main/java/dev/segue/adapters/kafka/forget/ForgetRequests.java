package dev.segue.adapters.kafka.forget;

import dev.segue.adapters.kafka.cluster.KafkaCluster;
import dev.segue.adapters.kafka.codec.ForgetRequestCodec;
import dev.segue.domain.playback.ForgetRequest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Sends requests to forget to every partition of playback: producers assign partitions as they like, and in each partition the
 * request must come after the listener's events.
 */
public final class ForgetRequests {

    private final KafkaCluster cluster;
    private final String playback;

    /**
     * Requests on one topic.
     *
     * @param playback the name of the topic of playback
     */
    public ForgetRequests(KafkaCluster cluster, String playback) {
        this.cluster = cluster;
        this.playback = playback;
    }

    /**
     * Sends the requests, and waits until they are stored.
     *
     * @return for each partition the offset after the last request: who has read up to there knows all of them
     * @throws ExecutionException when Kafka does not store one
     */
    public Map<TopicPartition, Long> send(Collection<ForgetRequest> requests)
            throws ExecutionException, InterruptedException {
        Map<TopicPartition, List<Future<RecordMetadata>>> sent = new HashMap<>();
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                cluster.propertiesWith(Map.of("acks", "all", "enable.idempotence", "true")),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            for (PartitionInfo partition : producer.partitionsFor(playback)) {
                List<Future<RecordMetadata>> toPartition = new ArrayList<>();
                for (ForgetRequest request : requests) {
                    toPartition.add(producer.send(ForgetRequestCodec.encode(request, playback, partition.partition())));
                }
                sent.put(new TopicPartition(playback, partition.partition()), toPartition);
            }
            Map<TopicPartition, Long> after = new HashMap<>();
            for (Map.Entry<TopicPartition, List<Future<RecordMetadata>>> partition : sent.entrySet()) {
                for (Future<RecordMetadata> stored : partition.getValue()) {
                    after.put(partition.getKey(), stored.get().offset() + 1);
                }
            }
            return after;
        }
    }
}
