package dev.segue.domain.accounting;

import static java.util.Objects.requireNonNull;

import dev.segue.domain.playback.DeadLetter;

/**
 * One record read from a topic: a usable message, or a rejected record.
 *
 * @param <T> what the topic holds
 */
public sealed interface Received<T> {

    /** When it was read, by the local wall clock. */
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

    /** Bytes that are not a valid message. */
    record Rejected<T>(DeadLetter letter, long readAt) implements Received<T> {
        public Rejected {
            requireNonNull(letter, "letter");
        }
    }
}
