package dev.segue.adapters.web.server;

import dev.segue.domain.alert.AlertNote;
import java.util.concurrent.CompletionStage;

/** Stores what people say about incidents, where all pages read it. */
@FunctionalInterface
public interface NoteWriter {

    /**
     * Begins to store a note, without waiting for it.
     *
     * @return completes once the note is stored, or with an {@link java.io.IOException} that says in one sentence why it could not
     *     be stored
     */
    CompletionStage<Void> write(AlertNote note);
}
