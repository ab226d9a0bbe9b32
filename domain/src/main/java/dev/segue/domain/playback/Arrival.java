package dev.segue.domain.playback;

import static java.util.Objects.requireNonNull;

/** One thing that was read from the input: a usable event, or what had to be set aside. */
public sealed interface Arrival {

    /** When we read it, by our own wall clock. */
    long readAt();

    /**
     * A usable event.
     *
     * @param appendedAt when the broker appended it, or {@link Intake#NOT_APPENDED}
     */
    record Heard(PlaybackEvent event, long appendedAt, long readAt) implements Arrival {
        public Heard {
            requireNonNull(event, "event");
        }
    }

    /** Bytes that are no event, or an event that no rule can use. */
    record SetAside(DeadLetter letter, long readAt) implements Arrival {
        public SetAside {
            requireNonNull(letter, "letter");
        }
    }
}
