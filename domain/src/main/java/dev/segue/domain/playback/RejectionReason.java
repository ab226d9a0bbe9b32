package dev.segue.domain.playback;

/** Why a record that was read is not a usable event. */
public enum RejectionReason {
    /** The bytes, or the line, are not an event. */
    UNREADABLE,
    /** The schema with which it was written is unavailable or incompatible. */
    UNKNOWN_SCHEMA,
    /** The event's type is unknown to these rules. */
    UNKNOWN_TYPE,
    /** The event has no listener. */
    NO_LISTENER,
    /** The event has no id. */
    NO_EVENT_ID,
    /** The time is missing or invalid. */
    NO_TIME,
    /** The detail that its type requires is missing or empty. */
    NO_DETAIL,
    /** A play that starts after it ends. */
    STARTS_AFTER_END,
    /** Later than possible: the device's clock is wrong, and nothing corrects it. */
    CLOCK_AHEAD,
    /** A text is too long to be genuine. */
    TOO_LONG,
    /** The series is not watched, because there are too many. */
    TOO_MANY_SERIES,
    /** The listener has more events of that time than anybody can have. */
    TOO_MANY_EVENTS
}
