package dev.segue.adapters.web.store;

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
        /** It has not been read to its end yet since the page was started, so what is known of it is not all. */
        CATCHING_UP,
        /** It was read to its end once, and more has been written since than could be read at once. */
        BEHIND,
        /** What is written to it is read at once. */
        LIVE
    }
}
