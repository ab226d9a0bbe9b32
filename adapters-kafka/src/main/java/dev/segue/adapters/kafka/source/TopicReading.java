package dev.segue.adapters.kafka.source;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;

/**
 * How to read a topic.
 *
 * @param topic its name
 * @param group the consumer group: offsets are committed to it at every checkpoint
 * @param committedOnly whether to skip records of open and aborted transactions
 * @param outOfOrdernessMs how far a message is normally behind the newest message of its partition, at most
 * @param idleAfterMs how long a partition that has been read to its end must deliver nothing usable before the
 *     clock stops waiting for it
 */
public record TopicReading(String topic, String group, boolean committedOnly, long outOfOrdernessMs, long idleAfterMs)
        implements Serializable {

    public TopicReading {
        requireNonNull(topic, "topic");
        requireNonNull(group, "group");
        if (outOfOrdernessMs < 0 || idleAfterMs < 0) {
            throw new IllegalArgumentException("outOfOrdernessMs and idleAfterMs must not be negative, but are "
                    + outOfOrdernessMs + " and " + idleAfterMs);
        }
    }
}
