package dev.segue.adapters.kafka.topic;

import java.util.List;
import java.util.Map;

/**
 * What the broker reports about a topic.
 *
 * @param settings its settings, defaults included, by Kafka's keys
 */
record TopicState(int partitions, Map<String, String> settings) {

    TopicState {
        settings = Map.copyOf(settings);
    }

    /** The value of a setting that every topic has. */
    String setting(String key) {
        return settings.get(key);
    }

    long number(String key) {
        return Long.parseLong(setting(key));
    }

    boolean isCompacted() {
        return policies().contains("compact");
    }

    boolean deletesOldRecords() {
        return policies().contains("delete");
    }

    boolean isStamped() {
        return setting("message.timestamp.type").equals("LogAppendTime");
    }

    private List<String> policies() {
        return List.of(setting("cleanup.policy").split("\\s*,\\s*"));
    }
}
