package dev.segue.domain.session;

/** The outcome of a usable event. */
public enum Outcome {
    ACCEPTED,
    DUPLICATE,
    /** Occurred beyond the allowed lateness; changes nothing. */
    LATE,
    /** Beyond the {@link ListenerLimits}; changes nothing, and is rejected as {@code TOO_MANY_EVENTS}. */
    REFUSED
}
