package dev.segue.adapters.kafka.topic;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.NewTopic;

/**
 * How the topics are created where they do not exist yet.
 *
 * @param partitions number of partitions of every topic; the results of a session go to the partition number of its
 *     listener's playback
 * @param playbackRetentionMs how long playback is retained; -1 for ever
 * @param replication on how many brokers each partition is stored; empty for the brokers' default
 */
public record TopicLayout(int partitions, long playbackRetentionMs, Optional<Short> replication) {

    /** Larger than any of our records, including the framing of a batch. */
    static final int MOST_MESSAGE_BYTES = 640 * 1024;

    public TopicLayout {
        if (partitions < 1) {
            throw new IllegalArgumentException("partitions must be positive, but is " + partitions);
        }
    }

    /** A layout with the brokers' default replication. */
    public TopicLayout(int partitions, long playbackRetentionMs) {
        this(partitions, playbackRetentionMs, Optional.empty());
    }

    /** All topics, to create. */
    public List<NewTopic> of(Topics topics) {
        return topics.names().entrySet().stream()
                .map(topic -> create(topic.getKey(), topic.getValue()))
                .toList();
    }

    /** The topics that a program uses, to create. */
    public List<NewTopic> of(TopicUse use) {
        return use.all().stream()
                .map(topic -> create(topic, use.names().name(topic)))
                .toList();
    }

    private NewTopic create(Topic topic, String name) {
        Map<String, String> settings = new TreeMap<>(topic.storage().settings());
        settings.put("max.message.bytes", String.valueOf(MOST_MESSAGE_BYTES));
        if (topic.storage() == Topic.Storage.PLAYBACK) {
            settings.put("retention.ms", String.valueOf(playbackRetentionMs));
        }
        return new NewTopic(name, Optional.of(partitions), replication).configs(settings);
    }
}
