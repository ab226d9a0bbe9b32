package dev.segue.adapters.web.server;

import dev.segue.domain.alert.AlertNote;
import java.io.IOException;

/** Stores what people say about incidents, where all pages read it. */
@FunctionalInterface
public interface NoteWriter {

    /**
     * Stores a note, and returns once it is stored.
     *
     * @throws IOException when it could not be stored; the message says why, in one sentence
     */
    void write(AlertNote note) throws IOException;
}
