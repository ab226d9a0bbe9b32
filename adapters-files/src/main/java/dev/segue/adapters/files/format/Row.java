package dev.segue.adapters.files.format;

import static java.util.Objects.requireNonNull;

import dev.segue.domain.playback.PlaybackEvent;
import dev.segue.domain.playback.RejectionReason;

/** One row of an input file: its event, or why it has none. */
public sealed interface Row {

    /** The line it begins on, counted from 1. */
    long line();

    /**
     * A row with an event.
     *
     * @param artist as the row names the artist of the song that was played; or null
     * @param title as the row names the song; null when it does not
     */
    record Read(long line, PlaybackEvent event, String artist, String title) implements Row {
        public Read {
            requireNonNull(event, "event");
        }

        /** A row that names no song. */
        static Read of(long line, PlaybackEvent event) {
            return new Read(line, event, null, null);
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
