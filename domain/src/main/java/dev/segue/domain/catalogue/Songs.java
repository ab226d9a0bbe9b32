package dev.segue.domain.catalogue;

import java.util.List;

/** Finds songs by their mood, now. */
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
     * Songs around a mood, the nearest first. Two songs whose moods lie within a hundredth of each other on both axes count
     * as equally near when there are too many.
     *
     * @param valence in thousandths, 0 to 1000
     * @param energy in thousandths, 0 to 1000
     * @param most how many at most
     */
    List<Song> near(int valence, int energy, int most);

    /**
     * What stands for the track's main artist.
     *
     * @return {@link Song#NO_ARTIST} when the track or its artist is not known
     */
    int artistOf(String trackId);
}
