package dev.segue.domain.catalogue;

import java.util.List;

/** Finds songs by mood in the current catalogue. */
public interface Songs {

    /** Has no songs. */
    Songs NONE = new Songs() {
        @Override
        public List<Song> near(int valence, int energy, int most) {
            return List.of();
        }

        @Override
        public int artistOf(String trackId) {
            return Song.NO_ARTIST;
        }
    };

    /**
     * Songs around a mood, nearest first. When there are too many, songs whose moods differ by less than a hundredth on
     * both axes count as equally near.
     *
     * @param valence in thousandths, 0 to 1000
     * @param energy in thousandths, 0 to 1000
     * @param most how many at most
     */
    List<Song> near(int valence, int energy, int most);

    /**
     * The number of the track's main artist.
     *
     * @return {@link Song#NO_ARTIST} when the track or its artist is unknown
     */
    int artistOf(String trackId);
}
