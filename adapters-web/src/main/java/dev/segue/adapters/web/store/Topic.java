package dev.segue.adapters.web.store;

/**
 * The progress of reading a topic.
 *
 * @param use what the page reads from it, in one word
 * @param behind records not read yet; 0 if the topic is missing
 * @param unusable records that could not be read
 */
public record Topic(String name, String use, State state, long behind, long unusable) {

    /** The state of reading. */
    public enum State {
        /** Not checked yet. */
        UNKNOWN,
        /** It does not exist. */
        MISSING,
        /** Not read to its end yet since the page was started, so its data is incomplete. */
        CATCHING_UP,
        /** Read to its end once, but more has been written since than could be read at once. */
        BEHIND,
        /** New records are read at once. */
        LIVE
    }
}
