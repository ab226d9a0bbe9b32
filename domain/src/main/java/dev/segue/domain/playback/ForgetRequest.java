package dev.segue.domain.playback;

import static java.util.Objects.requireNonNull;

/**
 * A request to forget a listener: all that is known from the events before it is erased. It is no event, so it moves no clock
 * and is in no ledger. Events after it start anew.
 *
 * @param listener whom to forget; never empty
 */
public record ForgetRequest(String listener) implements PlaybackRecord {

    public ForgetRequest {
        requireNonNull(listener, "listener");
    }

    /** Whether there can be a listener of that id: events with another one are rejected. */
    public static boolean canName(String id) {
        return !id.isEmpty() && id.length() <= Intake.LONGEST_TEXT;
    }
}
