package dev.segue.domain.playback;

/** What kind of thing sounded. */
public enum Content {
    /** Music: one track. */
    TRACK,
    /** A podcast episode or a chapter of an audiobook: proves the listener's presence, but is no play. */
    SPOKEN,
    /** A kind that this version does not know: it counts as {@link #SPOKEN}. */
    UNKNOWN
}
