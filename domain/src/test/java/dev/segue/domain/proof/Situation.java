package dev.segue.domain.proof;

/** Situations that must have occurred among the deliveries of a test, or else it proves too little. */
public enum Situation {
    /** An event was refused that is no broken play: there were too many events in its window. */
    TOO_MANY_EVENTS,
    /** A broken play was refused. */
    TOO_MANY_BROKEN_PLAYS,
    /** A play had more pauses and resumes than are followed. */
    TOO_MANY_PAUSES,
    /** Two activities of one session with exactly the gap between them. */
    EXACT_GAP,
    /** Two sessions with one millisecond more than the gap between them. */
    GAP_AND_A_MILLISECOND,
    /** An event merged three or more chains into one. */
    THREE_OR_MORE_MERGED,
    /** A chain that was cut, and has an activity that starts exactly the cap after the first. */
    EXACT_CAP,
    /** An event moved a cut of a chain that was cut before. */
    CAP_SHIFTED,
    /** Two plays of one listener with the same start and end. */
    TIE,
    /** A session that was emitted as closed was emitted as open again. */
    REOPENED,
    /** An id became current again after it was superseded. */
    RESURRECTED,
    /** An id was superseded by one that was itself superseded later. */
    POINTERS_CHAINED,
    /** A new id was made from closed sessions only. */
    BEGUN_AS_CORRECTED,
    /** An accepted event whose times were corrected. */
    CLOCK_CORRECTED,
    /** An event that must be rejected because its clock is ahead. */
    CLOCK_AHEAD,
    /** An accepted event that occurred exactly on the allowed lateness. */
    ON_THE_ALLOWED_LATENESS,
    /** A late event that occurred a millisecond beyond the allowed lateness. */
    A_MILLISECOND_TOO_LATE,
    /** An event was late by the restored clock, before any partition had reported a time. */
    LATE_RIGHT_AFTER_A_RESTART,
    /** A duplicate that differs in how it was delivered. */
    DELIVERED_DIFFERENTLY,
    /** A duplicate whose times were corrected differently. */
    CORRECTED_DIFFERENTLY,
    /** Different events under one id, both accepted. */
    ONE_ID_TWO_EVENTS,
    /** A pause or a resume that moved the bounds of sessions. */
    BROKEN_PLAY_MENDED,
    /** A broken play longer than the maximum play length, without a known pause or resume after the cut. */
    CUT_AND_NOT_PAUSED,
    /** Such a play whose first known pause or resume after the cut is a pause. */
    CUT_AND_THEN_PAUSED,
    /** Such a play whose first known pause or resume after the cut is a resume. */
    CUT_AND_THEN_RESUMED,
    /** Such a play with a pause or a resume exactly at the cut. */
    PAUSED_AT_THE_CUT,
    /** Such a play with a pause or a resume before the cut. */
    PAUSED_BEFORE_THE_CUT,
    /** A session was emitted as open though its gap had passed, because a play was open. */
    HELD_OPEN,
    /** A session was closed by silence alone. */
    CLOSED_BY_SILENCE,
    /** An event more than the allowed lateness ahead of the clock: its partition is far ahead. */
    FAR_AHEAD,
    /** The clock passed the newest event of an idle partition. */
    WENT_PAST_AN_IDLE_PARTITION,
    /** After a restart, events were read again. */
    REPLAYED,
    /** The job was restored with another parallelism. */
    RESCALED,
    /** A listener's state was purged before the end. */
    PURGED
}
