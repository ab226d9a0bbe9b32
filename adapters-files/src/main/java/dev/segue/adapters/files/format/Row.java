package dev.segue.adapters.files.format;

import static java.util.Objects.requireNonNull;

import dev.segue.domain.playback.PlaybackEvent;
import dev.segue.domain.playback.RejectionReason;

/** One row of an input file: the event it tells of, or why it tells of none. */
public sealed interface Row {

    /** The line it begins on, counted from 1. */
    long line();

    /** A row that tells of an event. */
    record Read(long line, PlaybackEvent event) implements Row {
        public Read {
            requireNonNull(event, "event");
        }
    }

    /**
     * A row that no event can be made of.
     *
     * @param explanation one sentence; never holds anything out of the row, which may be private
     */
    record Broken(long line, RejectionReason reason, String explanation) implements Row {
        public Broken {
            requireNonNull(reason, "reason");
            requireNonNull(explanation, "explanation");
        }
    }
}
