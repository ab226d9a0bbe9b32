package dev.segue.domain.proof;

/** What must have come up among the deliveries of a test, or it has proved too little. */
public enum Situation {
    /** Two activities of one session with exactly the gap between them. */
    EXACT_GAP,
    /** Two sessions with one millisecond more than the gap between them. */
    GAP_AND_A_MILLISECOND,
    /** One event made one chain of three or more. */
    THREE_OR_MORE_MERGED,
    /** A chain that was cut, with an activity that starts exactly the cap after the first. */
    EXACT_CAP,
    /** An event moved a cut of a chain that was cut before. */
    CAP_SHIFTED,
    /** Two plays of one listener with the same start and end. */
    TIE,
    /** A session that was told as closed was told as running again. */
    REOPENED,
    /** An id stood again after it was superseded. */
    RESURRECTED,
    /** An id was superseded by one that was superseded later. */
    POINTERS_CHAINED,
    /** A new id was made of closed sessions only. */
    BEGUN_AS_CORRECTED,
    /** An accepted event whose times were corrected. */
    CLOCK_CORRECTED,
    /** An event that no rule can use, for its clock is ahead. */
    CLOCK_AHEAD,
    /** An accepted event that occurred exactly on the allowed lateness. */
    ON_THE_ALLOWED_LATENESS,
    /** A late event that occurred a millisecond before the allowed lateness. */
    A_MILLISECOND_TOO_LATE,
    /** An event was late by the restored clock, before any partition had told a time. */
    LATE_RIGHT_AFTER_A_RESTART,
    /** A duplicate that differs in how it was delivered. */
    DELIVERED_DIFFERENTLY,
    /** A duplicate whose times were corrected differently. */
    CORRECTED_DIFFERENTLY,
    /** Different events under one id, both accepted. */
    ONE_ID_TWO_EVENTS,
    /** A pause or a resume that moved the bounds of sessions. */
    BROKEN_PLAY_MENDED,
    /** A broken play that began before the longest play before its end, of which no pause or resume is known since. */
    CUT_AND_NOT_PAUSED,
    /** Such a play of which a pause is the first that is known after the cut. */
    CUT_AND_THEN_PAUSED,
    /** Such a play of which a resume is the first that is known after the cut. */
    CUT_AND_THEN_RESUMED,
    /** Such a play with a pause or a resume exactly at the cut. */
    PAUSED_AT_THE_CUT,
    /** Such a play with a pause or a resume before the cut. */
    PAUSED_BEFORE_THE_CUT,
    /** A session told as running though its gap had passed: a play was open. */
    HELD_OPEN,
    /** A session closed by silence alone. */
    CLOSED_BY_SILENCE,
    /** An event from more than the allowed lateness ahead of the clock: its partition is far ahead. */
    FAR_AHEAD,
    /** The clock went past the newest event of a partition that was idle. */
    WENT_PAST_AN_IDLE_PARTITION,
    /** After a restart, events were heard a second time. */
    REPLAYED,
    /** The job was restored in more parts, or in fewer. */
    RESCALED,
    /** A listener was forgotten before the end. */
    FORGOTTEN
}
