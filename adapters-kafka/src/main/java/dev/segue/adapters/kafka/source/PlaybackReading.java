package dev.segue.adapters.kafka.source;

import static java.util.Objects.requireNonNull;

import dev.segue.domain.playback.Intake;
import java.io.Serializable;

/**
 * How playback is to be read.
 *
 * @param topic of playback events
 * @param group the consumer group: positions are committed to it at every checkpoint, and a job that starts without a
 *     checkpoint goes on from there, or from the earliest record
 * @param committedOnly whether records of open and aborted transactions stay unread
 * @param appendTimeTrusted whether the topic stamps records with append time ({@code TopicCheck} tells)
 * @param intake judges events
 * @param outOfOrdernessMs how far behind the newest event of its partition an event usually is, at most
 * @param idleAfterMs how long nothing usable must have come from a partition that has been read to its end before the
 *     clock does not wait for it any more
 */
public record PlaybackReading(
        String topic,
        String group,
        boolean committedOnly,
        boolean appendTimeTrusted,
        Intake intake,
        long outOfOrdernessMs,
        long idleAfterMs)
        implements Serializable {

    public PlaybackReading {
        requireNonNull(topic, "topic");
        requireNonNull(group, "group");
        requireNonNull(intake, "intake");
        if (outOfOrdernessMs < 0 || idleAfterMs < 0) {
            throw new IllegalArgumentException("outOfOrdernessMs and idleAfterMs must not be negative, but are "
                    + outOfOrdernessMs + " and " + idleAfterMs);
        }
    }

    /** What of it does not depend on what the topic holds. */
    TopicReading asTopic() {
        return new TopicReading(topic, group, committedOnly, outOfOrdernessMs, idleAfterMs);
    }

    /** The same, once it is known whether the topic stamps records with append time. */
    public PlaybackReading trustingAppendTime(boolean trusted) {
        return new PlaybackReading(topic, group, committedOnly, trusted, intake, outOfOrdernessMs, idleAfterMs);
    }
}
