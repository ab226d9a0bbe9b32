package dev.segue.domain.playback;

/** Why something that was read is no usable event. */
public enum RejectionReason {
    /** The bytes, or the line, are no event. */
    UNREADABLE,
    /** The schema that wrote it cannot be had, or does not fit. */
    UNKNOWN_SCHEMA,
    /** An event of a type that these rules do not know. */
    UNKNOWN_TYPE,
    /** The listener is missing. */
    NO_LISTENER,
    /** The id of the event is missing. */
    NO_EVENT_ID,
    /** The time is missing or no time. */
    NO_TIME,
    /** The detail that its type needs is missing, or says nothing. */
    NO_DETAIL,
    /** A play that starts after it ends. */
    STARTS_AFTER_END,
    /** Later than it can be: the device's clock is wrong and nothing corrects it. */
    CLOCK_AHEAD,
    /** A text that is longer than any honest one. */
    TOO_LONG,
    /** Of a series that is not watched, because there are too many. */
    TOO_MANY_SERIES
}
