package dev.segue.adapters.kafka.source;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;

/**
 * How a topic is to be read.
 *
 * @param topic its name
 * @param group the consumer group: positions are committed to it at every checkpoint
 * @param committedOnly whether records of open and aborted transactions stay unread
 * @param outOfOrdernessMs how far behind the newest message of its partition a message usually is, at most
 * @param idleAfterMs how long nothing usable must have come from a partition that has been read to its end before the
 *     clock does not wait for it any more
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
