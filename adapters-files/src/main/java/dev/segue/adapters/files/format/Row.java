package dev.segue.adapters.files.format;

import static java.util.Objects.requireNonNull;

import dev.segue.domain.playback.PlaybackEvent;
import dev.segue.domain.playback.RejectionReason;

/** One row of an input file: its event, or why it has none. */
public sealed interface Row {

    /** The line it begins on, counted from 1. */
    long line();

    /** A row with an event. */
    record Read(long line, PlaybackEvent event) implements Row {
        public Read {
            requireNonNull(event, "event");
        }
    }

    /**
     * A row that is not a usable event.
     *
     * @param explanation one sentence; never includes data from the row, which may be private
     */
    record Broken(long line, RejectionReason reason, String explanation) implements Row {
        public Broken {
            requireNonNull(reason, "reason");
            requireNonNull(explanation, "explanation");
        }
    }
}
