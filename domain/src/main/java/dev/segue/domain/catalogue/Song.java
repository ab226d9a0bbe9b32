package dev.segue.domain.catalogue;

import static java.util.Objects.requireNonNull;

/**
 * A track whose mood is known, as a candidate for the next song.
 *
 * @param artist number of its main artist: the same for the same artist, {@link #NO_ARTIST} when unknown
 * @param valence in thousandths, 0 to 1000
 * @param energy in thousandths, 0 to 1000
 */
public record Song(String trackId, int artist, int valence, int energy) {

    public static final int NO_ARTIST = 0;

    public Song {
        requireNonNull(trackId, "trackId");
    }
}
