package dev.segue.adapters.web.view;

import dev.segue.adapters.web.store.Memory;
import dev.segue.domain.history.TrackName;

/**
 * A track.
 *
 * @param title null if the catalogue does not say
 * @param artist null if the catalogue does not say
 */
public record TrackView(String id, String title, String artist) {

    /** Null if {@code id} is. */
    static TrackView of(Memory memory, String id) {
        if (id == null) {
            return null;
        }
        TrackName name = memory.title(id);
        return new TrackView(id, name.title(), name.artist());
    }
}
