package dev.segue.domain.clock;

/** How events come, and so what it means when for a while none do. */
public enum Feed {

    /** While they happen: when none come, nobody plays anything, and sessions end. */
    LIVE,

    /** Out of a recording, as fast as it can be read: when none come, reading is slow, and that means nothing. */
    RECORDED,

    /** Out of a recording that was sorted: one listener after the other, and the events of each by their times. */
    SORTED
}
