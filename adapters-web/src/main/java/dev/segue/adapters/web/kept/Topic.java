package dev.segue.adapters.web.kept;

/**
 * How far a topic is read.
 *
 * @param use what the page takes from it, in one word
 * @param behind records that are there and not read yet; 0 when it is missing
 * @param unusable records that could not be read
 */
public record Topic(String name, String use, State state, long behind, long unusable) {

    /** How it stands. */
    public enum State {
        /** Nobody has asked yet. */
        UNKNOWN,
        /** It does not exist. */
        MISSING,
        /** It is being read to where it ended when reading began. */
        CATCHING_UP,
        /** What is written to it is read at once. */
        LIVE
    }
}
