package dev.segue.domain.session;

/** The outcome of a usable event. */
public enum Outcome {
    ACCEPTED,
    DUPLICATE,
    /** Occurred beyond the allowed lateness; changes nothing. */
    LATE
}
