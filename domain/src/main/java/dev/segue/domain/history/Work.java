package dev.segue.domain.history;

import static java.util.Objects.requireNonNull;

/**
 * An artist, an album or a track. Two with the same names are the same one.
 *
 * @param name of the artist, album or track; a track without a title goes by its id
 * @param artist whose album or track it is; null for an artist, and when unknown
 */
public record Work(String name, String artist) {

    public Work {
        requireNonNull(name, "name");
    }

    /** The artist of a play; null if the input does not name one: an id of a track says nothing about its artist. */
    static Work artistOf(Heard play) {
        String artist = play.name().artist();
        return artist == null ? null : new Work(artist, null);
    }

    /** The album of a play; null if the input does not name one. */
    static Work albumOf(Heard play) {
        String album = play.name().album();
        return album == null ? null : new Work(album, play.name().artist());
    }

    /**
     * The track of a play; null if it has neither a title nor an id. Releases of one title by one artist are one track,
     * whatever their ids.
     */
    static Work trackOf(Heard play) {
        String title = play.name().title();
        if (title != null) {
            return new Work(title, play.name().artist());
        }
        return play.trackId() == null ? null : new Work(play.trackId(), null);
    }
}
