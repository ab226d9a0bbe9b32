package dev.segue.adapters.kafka.topic;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the broker said about topics that all exist.
 *
 * @param partitions how many each topic has
 * @param withoutAppendTime those that do not stamp records with the broker's append time: stamps there are the producers'
 *     word, so the latest moment at which an event can have happened is judged without them
 */
public record TopicCheck(Map<String, Integer> partitions, List<String> withoutAppendTime) {

    public TopicCheck {
        partitions = Map.copyOf(partitions);
        withoutAppendTime = List.copyOf(withoutAppendTime);
    }

    /**
     * How many partitions a topic has: no more readers than that have anything to do.
     *
     * @param topic one that was asked about
     */
    public int partitionsOf(String topic) {
        return partitions.get(topic);
    }

    /**
     * Whether the stamps of a topic are the broker's.
     *
     * @param topic one that was asked about
     */
    public boolean stampsWithAppendTime(String topic) {
        return !withoutAppendTime.contains(topic);
    }

    /** What whoever starts the job should know about {@code input}, one sentence each; empty when all is well. */
    public List<String> warningsAbout(String input) {
        return stampsWithAppendTime(input)
                ? List.of()
                : List.of("Topic " + input + " stamps records with the producers' clocks (message.timestamp.type is not"
                        + " LogAppendTime), so its stamps are not trusted: of an event from a clock that is ahead, only the"
                        + " reading time can tell.");
    }

    /** Brings together what was found out about each topic. */
    static TopicCheck of(Map<String, Integer> partitions, Collection<String> withAppendTime) {
        List<String> without = new ArrayList<>(new TreeMap<>(partitions).keySet());
        without.removeAll(withAppendTime);
        return new TopicCheck(partitions, without);
    }
}
