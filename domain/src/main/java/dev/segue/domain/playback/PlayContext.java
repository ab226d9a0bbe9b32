package dev.segue.domain.playback;

import static java.util.Objects.requireNonNull;

/**
 * What a track was played from.
 *
 * @param id the service's id of the playlist, album, ...; never null
 * @param edition which edition of it (this week's Discover Weekly), or null
 */
public record PlayContext(Type type, String id, String edition) {

    public PlayContext {
        requireNonNull(type, "type");
        requireNonNull(id, "id");
    }

    /** The type of a context. */
    public enum Type {
        PLAYLIST,
        ALBUM,
        ARTIST,
        RADIO,
        COLLECTION,
        SEARCH,
        UNKNOWN
    }
}
