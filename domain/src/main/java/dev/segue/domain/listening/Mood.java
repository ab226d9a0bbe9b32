package dev.segue.domain.listening;

/**
 * The mood of the music that was played; not a diagnosis of a person.
 *
 * @param valence in thousandths, 0 to 1000; 0 when the quadrant is unknown
 * @param energy in thousandths, 0 to 1000; 0 when the quadrant is unknown
 * @param confidence in thousandths, 0 (nothing known) to 1000
 */
public record Mood(Quadrant quadrant, int valence, int energy, int confidence) {

    /** The quadrants of Russell's circumplex (1980) on Thayer's axes (1989), split at the middle of each axis. */
    public enum Quadrant {
        /** High valence, high energy. */
        HAPPY,
        /** Low valence, high energy. */
        ENERGETIC,
        /** High valence, low energy. */
        CALM,
        /** Low valence, low energy. */
        SAD,
        /** Too little is known. */
        UNKNOWN
    }
}
