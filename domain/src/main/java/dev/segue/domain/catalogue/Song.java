package dev.segue.domain.catalogue;

import static java.util.Objects.requireNonNull;

/**
 * A track whose mood is known, as one that could be played next.
 *
 * @param artist stands for its main artist: equal for equal artists, {@link #NO_ARTIST} when not known
 * @param valence in thousandths, 0 to 1000
 * @param energy in thousandths, 0 to 1000
 */
public record Song(String trackId, int artist, int valence, int energy) {

    public static final int NO_ARTIST = 0;

    public Song {
        requireNonNull(trackId, "trackId");
    }
}
