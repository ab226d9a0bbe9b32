package dev.segue.adapters.kafka.access;

import dev.segue.adapters.kafka.topic.TopicUse;
import java.util.List;
import java.util.Optional;

/**
 * Everything that a program does on a Kafka cluster, as far as its user needs rights for it.
 *
 * @param checksTopics whether it reads the settings of its topics when it starts
 * @param group the consumer group that it commits offsets to; empty for none
 * @param watched the consumer groups of others whose offsets it reads
 * @param transactions how all its transactional ids begin; empty when it uses no transactions
 */
public record KafkaUse(
        TopicUse topics,
        boolean checksTopics,
        Optional<String> group,
        List<String> watched,
        Optional<String> transactions) {

    public KafkaUse {
        watched = List.copyOf(watched);
    }

    /** Of a program that watches no other one. */
    public KafkaUse(TopicUse topics, boolean checksTopics, Optional<String> group, Optional<String> transactions) {
        this(topics, checksTopics, group, List.of(), transactions);
    }

    /** Of a program that only reads these topics, and remembers nothing about it on the cluster. */
    public static KafkaUse ofReader(TopicUse topics) {
        return new KafkaUse(topics, false, Optional.empty(), Optional.empty());
    }
}
