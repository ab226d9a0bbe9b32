package dev.segue.adapters.kafka.topic;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.NewTopic;

/**
 * How the topics are created where they do not exist yet: for the demo, for tests, and as an example for operators.
 *
 * @param partitions number of partitions of every topic; the results of a session go to the partition number of its
 *     listener's playback
 * @param playbackRetentionMs how long playback is retained; -1 for ever
 */
public record TopicLayout(int partitions, long playbackRetentionMs) {

    /** Larger than any of our records, including the framing of a batch. */
    static final int MOST_MESSAGE_BYTES = 640 * 1024;

    public TopicLayout {
        if (partitions < 1) {
            throw new IllegalArgumentException("partitions must be positive, but is " + partitions);
        }
    }

    /** The topics to create, with the broker's default replication. */
    public List<NewTopic> of(Topics topics) {
        return topics.names().entrySet().stream()
                .map(topic -> create(topic.getKey(), topic.getValue()))
                .toList();
    }

    private NewTopic create(Topic topic, String name) {
        Map<String, String> settings = new HashMap<>(topic.storage().settings());
        settings.put("max.message.bytes", String.valueOf(MOST_MESSAGE_BYTES));
        if (topic.storage() == Topic.Storage.PLAYBACK) {
            settings.put("retention.ms", String.valueOf(playbackRetentionMs));
        }
        return new NewTopic(name, Optional.of(partitions), Optional.empty()).configs(settings);
    }
}
