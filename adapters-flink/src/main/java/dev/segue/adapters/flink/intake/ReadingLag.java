package dev.segue.adapters.flink.intake;

import dev.segue.domain.playback.Intake;

/** The age of the newest record at the time it was read. */
final class ReadingLag {

    private static final long NOT_KNOWN = -1;

    private long newestAppend = Long.MIN_VALUE;
    private long ms = NOT_KNOWN;

    void note(long appendedAt, long readAt) {
        if (appendedAt != Intake.NOT_APPENDED && appendedAt >= newestAppend) {
            newestAppend = appendedAt;
            ms = Math.max(0, readAt - appendedAt);
        }
    }

    /** Milliseconds from the append to the reading of the newest record; -1 when not known. */
    long ms() {
        return ms;
    }
}
