package dev.segue.adapters.kafka.topic;

import java.util.ArrayList;
import java.util.Collection;
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

    /** Warnings about {@code input} for the person who starts the job, one sentence each; empty when all is well. */
    public List<String> warningsAbout(String input) {
        return stampsWithAppendTime(input)
                ? List.of()
                : List.of("Topic " + input + " stamps records with the producers' clocks (message.timestamp.type is not"
                        + " LogAppendTime), so its timestamps are not trusted: only the reading time shows that an"
                        + " event's clock is ahead.");
    }

    /** Combines the results for each topic. */
    static TopicCheck of(Map<String, Integer> partitions, Collection<String> withAppendTime) {
        List<String> without = new ArrayList<>(new TreeMap<>(partitions).keySet());
        without.removeAll(withAppendTime);
        return new TopicCheck(partitions, without);
    }
}
