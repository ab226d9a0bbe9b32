package dev.segue.app.topic;

import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.NewTopic;

/** Writes a topic that is to be created, for a person and for Kafka's own tool. */
final class KafkaTopics {

    private KafkaTopics() {}

    /** Such as "listening.late with 12 partitions, max.message.bytes=655360". */
    static String inWords(NewTopic topic) {
        return topic.name() + " with " + topic.numPartitions()
                + (topic.numPartitions() == 1 ? " partition" : " partitions")
                + new TreeMap<>(topic.configs())
                        .entrySet().stream()
                                .map(setting -> ", " + setting.getKey() + "=" + setting.getValue())
                                .collect(Collectors.joining());
    }

    /** As a command for a shell. */
    static String command(String bootstrapServers, NewTopic topic) {
        return "kafka-topics --bootstrap-server " + bootstrapServers.replace(" ", "")
                + " --create --if-not-exists --topic "
                + topic.name() + " --partitions " + topic.numPartitions()
                + (topic.replicationFactor() < 1 ? "" : " --replication-factor " + topic.replicationFactor())
                + new TreeMap<>(topic.configs())
                        .entrySet().stream()
                                .map(setting -> " --config " + setting.getKey() + "=" + setting.getValue())
                                .collect(Collectors.joining());
    }
}
