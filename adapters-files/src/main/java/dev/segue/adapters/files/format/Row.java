package dev.segue.adapters.files.format;

import static java.util.Objects.requireNonNull;

import dev.segue.domain.history.TrackName;
import dev.segue.domain.playback.PlaybackEvent;
import dev.segue.domain.playback.RejectionReason;

/** One row of an input file: its event, or why it has none. */
public sealed interface Row {

    /** The line it begins on, counted from 1. */
    long line();

    /**
     * A row with an event.
     *
     * @param name what the row calls its track; {@link TrackName#UNKNOWN} if it does not name one
     */
    record Read(long line, PlaybackEvent event, TrackName name) implements Row {
        public Read {
            requireNonNull(event, "event");
            requireNonNull(name, "name");
        }

        /** A row that does not name its track. */
        public Read(long line, PlaybackEvent event) {
            this(line, event, TrackName.UNKNOWN);
        }
    }

    /** A row that is in order, but no listening: a video among songs, lyrics that were shown. It is only counted. */
    record NoListening(long line) implements Row {}

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
