package dev.segue.adapters.files.format;

import dev.segue.domain.playback.RejectionReason;

/** Says that, and why, a row tells of no event. */
final class Unusable extends Exception {

    private final RejectionReason reason;

    /** Because of {@code reason}; {@code explanation} is one sentence that holds nothing out of the row. */
    Unusable(RejectionReason reason, String explanation) {
        super(explanation, null, false, false);
        this.reason = reason;
    }

    /** The row that begins on {@code line}, as broken. */
    Row at(long line) {
        return new Row.Broken(line, reason, getMessage());
    }
}
