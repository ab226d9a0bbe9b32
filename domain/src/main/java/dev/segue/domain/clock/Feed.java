package dev.segue.domain.clock;

/** How events arrive, and so what a pause in their arrival means. */
public enum Feed {

    /** As they happen. When none arrive, nobody is playing anything, and sessions end. */
    LIVE,

    /** From a recording, as fast as it can be read. When none arrive, reading is slow, which means nothing. */
    RECORDED,

    /** From a sorted recording: one listener after another, and the events of each in order of time. */
    SORTED
}
