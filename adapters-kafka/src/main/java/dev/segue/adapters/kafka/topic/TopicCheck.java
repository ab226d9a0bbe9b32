package dev.segue.adapters.kafka.topic;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the broker reported about topics that all exist.
 *
 * @param partitions the number of partitions of each topic
 * @param withoutAppendTime topics that do not use the broker's append time: their timestamps come from producers,
 *     so they do not limit when an event can have happened
 */
public record TopicCheck(Map<String, Integer> partitions, List<String> withoutAppendTime) {

    public TopicCheck {
        partitions = Map.copyOf(partitions);
        withoutAppendTime = List.copyOf(withoutAppendTime);
    }

    /**
     * The number of partitions of a topic; more readers than that would be idle.
     *
     * @param topic one of the checked topics
     */
    public int partitionsOf(String topic) {
        return partitions.get(topic);
    }

    /**
     * Whether the timestamps of a topic are the broker's.
     *
     * @param topic one of the checked topics
     */
    public boolean stampsWithAppendTime(String topic) {
        return !withoutAppendTime.contains(topic);
    }

    /** The results for topics that all exist. */
    static TopicCheck of(Map<String, TopicState> found) {
        Map<String, Integer> partitions = new TreeMap<>();
        List<String> withoutAppendTime = new ArrayList<>();
        new TreeMap<>(found).forEach((topic, state) -> {
            partitions.put(topic, state.partitions());
            if (!state.isStamped()) {
                withoutAppendTime.add(topic);
            }
        });
        return new TopicCheck(partitions, withoutAppendTime);
    }
}
