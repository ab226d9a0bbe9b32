package dev.segue.domain.accounting;

import static java.util.Objects.requireNonNull;

import dev.segue.domain.playback.DeadLetter;

/**
 * One thing that was read from a topic that another job writes: a usable message, or what had to be set aside.
 *
 * @param <T> what the topic holds
 */
public sealed interface Received<T> {

    /** When we read it, by our own wall clock. */
    long readAt();

    /**
     * A usable message.
     *
     * @param appendedAt when it was appended, or {@link dev.segue.domain.playback.Intake#NOT_APPENDED}
     */
    record Message<T>(T content, long appendedAt, long readAt) implements Received<T> {
        public Message {
            requireNonNull(content, "content");
        }
    }

    /** Bytes that are no message. */
    record Rejected<T>(DeadLetter letter, long readAt) implements Received<T> {
        public Rejected {
            requireNonNull(letter, "letter");
        }
    }
}
