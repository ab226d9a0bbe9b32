package dev.segue.adapters.kafka.topic;

import dev.segue.adapters.kafka.cluster.KafkaCluster;
import dev.segue.adapters.kafka.cluster.KafkaTrouble;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Checks the topics of a cluster, and creates missing ones. */
public final class TopicAdmin {

    private static final String CALL_TIMEOUT = "default.api.timeout.ms";
    private static final String REQUEST_TIMEOUT = "request.timeout.ms";

    private static final long LONGEST_WAIT_NS = TimeUnit.SECONDS.toNanos(20);

    private final KafkaCluster cluster;

    public TopicAdmin(KafkaCluster cluster) {
        this.cluster = cluster;
    }

    /**
     * Checks that all topics of a job exist.
     *
     * @throws TopicsUnfit when topics are missing, or the cluster does not answer
     */
    public TopicCheck check(Collection<String> topics) throws TopicsUnfit, InterruptedException {
        try (Admin admin = admin()) {
            Map<String, Integer> partitions = partitions(admin, topics);
            return TopicCheck.of(partitions, withAppendTime(admin, topics));
        } catch (KafkaException e) {
            throw unreachable(e);
        }
    }

    /**
     * Creates the missing topics, and leaves the others as they are; returns when all can be used.
     *
     * @throws TopicsUnfit when the cluster does not answer, or refuses
     */
    public void create(Collection<NewTopic> topics) throws TopicsUnfit, InterruptedException {
        try (Admin admin = admin()) {
            for (Map.Entry<String, KafkaFuture<Void>> creation :
                    admin.createTopics(topics).values().entrySet()) {
                created(creation.getKey(), creation.getValue());
            }
            awaitKnown(admin, topics.stream().map(NewTopic::name).toList());
        } catch (KafkaException e) {
            throw unreachable(e);
        }
    }

    private void created(String topic, KafkaFuture<Void> creation) throws TopicsUnfit, InterruptedException {
        try {
            creation.get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new TopicsUnfit(
                        "Topic " + topic + " cannot be created at " + cluster.bootstrapServers() + ": "
                                + e.getCause().getMessage(),
                        e.getCause());
            }
        }
    }

    /**
     * A broker may learn of a topic shortly after it was created, and of the partitions that it leads shortly after
     * that. For a producer that starts in between, a later batch may be accepted before an earlier one, which blocks it
     * for ever.
     */
    private void awaitKnown(Admin admin, List<String> topics) throws TopicsUnfit, InterruptedException {
        long deadline = System.nanoTime() + LONGEST_WAIT_NS;
        while (true) {
            try {
                awaitLed(admin, partitions(admin, topics));
                return;
            } catch (TopicsUnfit e) {
                if (System.nanoTime() - deadline > 0) {
                    throw e;
                }
                Thread.sleep(50);
            }
        }
    }

    /** Only the leader of a partition knows where it ends; this queries it until it answers. */
    private void awaitLed(Admin admin, Map<String, Integer> partitions) throws TopicsUnfit, InterruptedException {
        Map<TopicPartition, OffsetSpec> all = new HashMap<>();
        partitions.forEach((topic, count) -> {
            for (int partition = 0; partition < count; partition++) {
                all.put(new TopicPartition(topic, partition), OffsetSpec.latest());
            }
        });
        try {
            admin.listOffsets(all).all().get();
        } catch (ExecutionException e) {
            throw new TopicsUnfit(
                    "The topics at " + cluster.bootstrapServers() + " cannot be used yet: "
                            + e.getCause().getMessage(),
                    e.getCause());
        }
    }

    private Map<String, Integer> partitions(Admin admin, Collection<String> topics)
            throws TopicsUnfit, InterruptedException {
        Map<String, Integer> partitions = new HashMap<>();
        TreeSet<String> missing = new TreeSet<>();
        TreeSet<String> forbidden = new TreeSet<>();
        for (Map.Entry<String, KafkaFuture<TopicDescription>> description :
                admin.describeTopics(topics).topicNameValues().entrySet()) {
            try {
                partitions.put(
                        description.getKey(),
                        description.getValue().get().partitions().size());
            } catch (ExecutionException e) {
                if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                    missing.add(description.getKey());
                } else if (e.getCause() instanceof TopicAuthorizationException) {
                    forbidden.add(description.getKey());
                } else {
                    throw unreachable(e.getCause());
                }
            }
        }
        if (!forbidden.isEmpty()) {
            throw new TopicsUnfit(KafkaTrouble.mayNotDescribe(cluster, forbidden));
        }
        if (!missing.isEmpty()) {
            throw new TopicsUnfit((missing.size() == 1 ? "Topic " : "Topics ") + String.join(", ", missing)
                    + (missing.size() == 1 ? " does" : " do") + " not exist at " + cluster.bootstrapServers()
                    + ". Create " + (missing.size() == 1 ? "it" : "them")
                    + " (kafka-topics --create), or correct the names in the configuration.");
        }
        return partitions;
    }

    private List<String> withAppendTime(Admin admin, Collection<String> topics)
            throws TopicsUnfit, InterruptedException {
        List<ConfigResource> resources = new ArrayList<>();
        topics.forEach(topic -> resources.add(new ConfigResource(ConfigResource.Type.TOPIC, topic)));
        List<String> append = new ArrayList<>();
        TreeSet<String> forbidden = new TreeSet<>();
        for (Map.Entry<ConfigResource, KafkaFuture<Config>> asked :
                admin.describeConfigs(resources).values().entrySet()) {
            String topic = asked.getKey().name();
            try {
                Config config = asked.getValue().get();
                if ("LogAppendTime".equals(config.get("message.timestamp.type").value())) {
                    append.add(topic);
                }
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof TopicAuthorizationException)) {
                    throw unreachable(e.getCause());
                }
                forbidden.add(topic);
            }
        }
        if (!forbidden.isEmpty()) {
            throw new TopicsUnfit(KafkaTrouble.mayNotDescribeConfigs(cluster, forbidden));
        }
        return append;
    }

    private Admin admin() {
        return Admin.create(clientProperties());
    }

    /**
     * Settings of its client; may contain secrets. Kafka requires the timeout of a call to be at least that of its
     * request, so if the cluster's settings specify only one of them, the other gets the same value.
     */
    public Properties clientProperties() {
        Map<String, String> given = cluster.settings();
        return cluster.propertiesWith(
                Map.of(
                        CALL_TIMEOUT, given.getOrDefault(REQUEST_TIMEOUT, "20000"),
                        REQUEST_TIMEOUT, given.getOrDefault(CALL_TIMEOUT, "10000")),
                Map.of());
    }

    private TopicsUnfit unreachable(Throwable cause) {
        return new TopicsUnfit(
                KafkaTrouble.inWords(
                        cluster,
                        cause,
                        message -> "Kafka at " + cluster.bootstrapServers() + " cannot be queried for its topics: "
                                + message + " Is it running, and is bootstrap-servers right?"),
                cause);
    }
}
