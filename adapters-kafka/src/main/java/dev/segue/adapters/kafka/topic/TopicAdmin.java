package dev.segue.adapters.kafka.topic;

import dev.segue.adapters.kafka.cluster.KafkaCluster;
import dev.segue.adapters.kafka.cluster.KafkaTrouble;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.TopicExistsException;

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
     * Checks that everything is right with the topics of a program, for the user it runs as.
     *
     * @throws TopicsUnfit with everything that is wrong with the topics and the user's rights on them; or when the
     *     cluster does not answer
     */
    public TopicCheck check(TopicUse use) throws TopicsUnfit, InterruptedException {
        TopicReport report = inspect(use);
        if (!report.problemsOfUser().isEmpty()) {
            throw new TopicsUnfit(report.problemsOfUser());
        }
        return report.asCheck();
    }

    /**
     * Compares the topics of a program with what it needs.
     *
     * @throws TopicsUnfit when the cluster does not answer
     */
    public TopicReport inspect(TopicUse use) throws TopicsUnfit, InterruptedException {
        try (Admin admin = admin()) {
            return new TopicInspection(cluster, admin).of(use);
        } catch (KafkaException e) {
            throw unreachable(cluster, e);
        }
    }

    /**
     * Creates the missing topics, and leaves the others as they are; returns when all can be used.
     *
     * @return the names of those that were missing, in this order
     * @throws TopicsUnfit when the cluster does not answer, or refuses
     */
    public List<String> create(Collection<NewTopic> topics) throws TopicsUnfit, InterruptedException {
        List<String> created = new ArrayList<>();
        try (Admin admin = admin()) {
            Map<String, KafkaFuture<Void>> creations =
                    admin.createTopics(topics).values();
            for (NewTopic topic : topics) {
                if (isCreated(topic.name(), creations.get(topic.name()))) {
                    created.add(topic.name());
                }
            }
            awaitKnown(admin, topics.stream().map(NewTopic::name).toList());
            return created;
        } catch (KafkaException e) {
            throw unreachable(cluster, e);
        }
    }

    /** False when it existed. */
    private boolean isCreated(String topic, KafkaFuture<Void> creation) throws TopicsUnfit, InterruptedException {
        try {
            creation.get();
            return true;
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new TopicsUnfit(
                        e.getCause() instanceof TopicAuthorizationException
                                ? "Kafka at " + cluster.bootstrapServers() + " does not allow us to create topic "
                                        + topic + ". Log in as a user with Create on it (kafka.properties)."
                                : KafkaTrouble.inWords(
                                        cluster,
                                        e.getCause(),
                                        message -> "Topic " + topic + " cannot be created at "
                                                + cluster.bootstrapServers() + ": " + message),
                        e.getCause());
            }
            return false;
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

    private static Map<String, Integer> partitions(Admin admin, Collection<String> topics)
            throws TopicsUnfit, InterruptedException {
        Map<String, Integer> partitions = new HashMap<>();
        for (Map.Entry<String, KafkaFuture<TopicDescription>> description :
                admin.describeTopics(topics).topicNameValues().entrySet()) {
            try {
                partitions.put(
                        description.getKey(),
                        description.getValue().get().partitions().size());
            } catch (ExecutionException e) {
                throw new TopicsUnfit(
                        "Topic " + description.getKey() + " cannot be used yet: "
                                + e.getCause().getMessage(),
                        e.getCause());
            }
        }
        return partitions;
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
        Map<String, String> usual = new HashMap<>(KafkaCluster.PATIENT_ADMIN);
        usual.put(CALL_TIMEOUT, given.getOrDefault(REQUEST_TIMEOUT, "20000"));
        usual.put(REQUEST_TIMEOUT, given.getOrDefault(CALL_TIMEOUT, "10000"));
        return cluster.propertiesWith(usual, Map.of());
    }

    static TopicsUnfit unreachable(KafkaCluster cluster, Throwable cause) {
        return new TopicsUnfit(
                KafkaTrouble.inWords(
                        cluster,
                        cause,
                        message -> "Kafka at " + cluster.bootstrapServers() + " cannot be queried for its topics: "
                                + message + " Is it running, and is bootstrap-servers right?"),
                cause);
    }
}
