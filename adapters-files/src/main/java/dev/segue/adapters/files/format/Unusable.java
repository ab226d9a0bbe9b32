package dev.segue.adapters.files.format;

import dev.segue.domain.playback.RejectionReason;

/** Thrown when a row is not a usable event. */
final class Unusable extends Exception {

    private final RejectionReason reason;

    /** {@code explanation} is one sentence without data from the row. */
    Unusable(RejectionReason reason, String explanation) {
        super(explanation, null, false, false);
        this.reason = reason;
    }

    /** The broken row that begins on {@code line}. */
    Row at(long line) {
        return new Row.Broken(line, reason, getMessage());
    }
}
