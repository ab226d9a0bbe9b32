package dev.segue.domain.playback;

/** The kind of content that was played. */
public enum Content {
    /** Music: one track. */
    TRACK,
    /** A podcast episode or an audiobook chapter: proves the listener's presence, but is not a play. */
    SPOKEN,
    /** Unknown to this version; treated as {@link #SPOKEN}. */
    UNKNOWN
}
