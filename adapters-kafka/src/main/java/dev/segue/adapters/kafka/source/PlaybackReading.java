package dev.segue.adapters.kafka.source;

import static java.util.Objects.requireNonNull;

import dev.segue.domain.playback.Intake;
import dev.segue.domain.playback.Pseudonyms;
import dev.segue.domain.rules.StateRules;
import java.io.Serializable;

/**
 * How to read playback.
 *
 * @param topic topic of playback events
 * @param group the consumer group: offsets are committed to it at every checkpoint, and a job that starts without a
 *     checkpoint continues from there, or from the earliest record
 * @param committedOnly whether to skip records of open and aborted transactions
 * @param appendTimeTrusted whether the topic uses the broker's append time (see {@code TopicCheck})
 * @param intake validates events
 * @param outOfOrdernessMs how far an event is normally behind the newest event of its partition, at most
 * @param idleAfterMs how long a partition that has been read to its end must deliver nothing usable before the
 *     clock stops waiting for it
 * @param pseudonymKey of the pseudonyms that listeners get; null when they keep their ids
 */
public record PlaybackReading(
        String topic,
        String group,
        boolean committedOnly,
        boolean appendTimeTrusted,
        Intake intake,
        long outOfOrdernessMs,
        long idleAfterMs,
        PseudonymKey pseudonymKey)
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

    /** Reads listeners with their ids. */
    public PlaybackReading(
            String topic,
            String group,
            boolean committedOnly,
            boolean appendTimeTrusted,
            Intake intake,
            long outOfOrdernessMs,
            long idleAfterMs) {
        this(topic, group, committedOnly, appendTimeTrusted, intake, outOfOrdernessMs, idleAfterMs, null);
    }

    /** A new instance for each thread; null when listeners keep their ids. */
    Pseudonyms pseudonyms() {
        return pseudonymKey == null ? null : pseudonymKey.pseudonyms();
    }

    /** The rules by which listeners in state are named; needs the secret of the key. */
    public StateRules ofState() {
        return Pseudonyms.ofState(pseudonyms());
    }

    /** The settings that do not depend on the topic's content. */
    TopicReading asTopic() {
        return new TopicReading(topic, group, committedOnly, outOfOrdernessMs, idleAfterMs);
    }

    /** The same, once it is known whether the topic uses the broker's append time. */
    public PlaybackReading trustingAppendTime(boolean trusted) {
        return new PlaybackReading(
                topic, group, committedOnly, trusted, intake, outOfOrdernessMs, idleAfterMs, pseudonymKey);
    }
}
