package dev.segue.adapters.kafka.topic;

import dev.segue.adapters.kafka.cluster.KafkaCluster;
import dev.segue.adapters.kafka.cluster.KafkaTrouble;
import dev.segue.adapters.kafka.cluster.Rights;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Asks the broker about topics: which exist, what they are like, and what the user may do with them. */
final class TopicInspection {

    private final KafkaCluster cluster;
    private final Admin admin;
    private final Map<String, TopicDescription> described = new HashMap<>();
    private final Map<String, Map<String, String>> settings = new HashMap<>();
    private final Set<String> missing = new TreeSet<>();

    TopicInspection(KafkaCluster cluster, Admin admin) {
        this.cluster = cluster;
        this.admin = admin;
    }

    TopicReport of(TopicUse use) throws TopicsUnfit, InterruptedException {
        describe(use.allNames());
        readSettings(described.keySet());
        Map<Topic, TopicState> found = new HashMap<>();
        Map<Set<AclOperation>, List<String>> unseen = new LinkedHashMap<>();
        Map<Set<AclOperation>, List<String>> refused = new LinkedHashMap<>();
        for (Topic topic : use.all()) {
            String name = use.names().name(topic);
            if (settings.containsKey(name)) {
                found.put(topic, new TopicState(described.get(name).partitions().size(), settings.get(name)));
            } else if (!missing.contains(name)) {
                note(
                        unseen,
                        described.containsKey(name)
                                ? EnumSet.of(AclOperation.DESCRIBE_CONFIGS)
                                : EnumSet.of(AclOperation.DESCRIBE, AclOperation.DESCRIBE_CONFIGS),
                        name);
            }
            if (!missing.contains(name)) {
                note(refused, missingRights(use.rightsOn(topic), name), name);
            }
        }
        return new TopicReport(use, found, aboutMissing(), inWords(unseen), inWords(refused));
    }

    private void describe(Collection<String> topics) throws TopicsUnfit, InterruptedException {
        for (Map.Entry<String, KafkaFuture<TopicDescription>> asked : admin.describeTopics(
                        topics, new DescribeTopicsOptions().includeAuthorizedOperations(true))
                .topicNameValues()
                .entrySet()) {
            try {
                described.put(asked.getKey(), asked.getValue().get());
            } catch (ExecutionException e) {
                if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                    missing.add(asked.getKey());
                } else if (!(e.getCause() instanceof TopicAuthorizationException)) {
                    throw TopicAdmin.unreachable(cluster, e.getCause());
                }
            }
        }
    }

    private void readSettings(Collection<String> topics) throws TopicsUnfit, InterruptedException {
        List<ConfigResource> resources = new ArrayList<>();
        topics.forEach(topic -> resources.add(new ConfigResource(ConfigResource.Type.TOPIC, topic)));
        for (Map.Entry<ConfigResource, KafkaFuture<Config>> asked :
                admin.describeConfigs(resources).values().entrySet()) {
            try {
                Map<String, String> values = new HashMap<>();
                asked.getValue().get().entries().forEach(entry -> {
                    if (entry.value() != null) {
                        values.put(entry.name(), entry.value());
                    }
                });
                settings.put(asked.getKey().name(), values);
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof TopicAuthorizationException)) {
                    throw TopicAdmin.unreachable(cluster, e.getCause());
                }
            }
        }
    }

    /** What the user lacks of these rights on a topic. */
    private Set<AclOperation> missingRights(Set<AclOperation> needed, String topic) {
        Set<AclOperation> lacking = EnumSet.copyOf(needed);
        TopicDescription description = described.get(topic);
        if (description != null && description.authorizedOperations() != null) {
            lacking.removeAll(description.authorizedOperations());
        }
        return lacking;
    }

    private static void note(Map<Set<AclOperation>, List<String>> rights, Set<AclOperation> which, String topic) {
        if (!which.isEmpty()) {
            rights.computeIfAbsent(which, key -> new ArrayList<>()).add(topic);
        }
    }

    private List<String> inWords(Map<Set<AclOperation>, List<String>> rights) {
        List<String> sentences = new ArrayList<>();
        rights.forEach((operations, topics) -> sentences.add(KafkaTrouble.mayNot(
                cluster,
                Rights.inWords(operations) + " on topic" + (topics.size() == 1 ? " " : "s ")
                        + String.join(", ", topics))));
        return sentences;
    }

    private List<String> aboutMissing() {
        if (missing.isEmpty()) {
            return List.of();
        }
        boolean one = missing.size() == 1;
        return List.of((one ? "Topic " : "Topics ") + String.join(", ", missing) + (one ? " does" : " do")
                + " not exist at " + cluster.bootstrapServers() + ". Create " + (one ? "it" : "them")
                + " (segue topics --create), or correct the names in the configuration.");
    }
}
