package dev.segue.domain.session;

/** What became of a usable event. */
public enum Outcome {
    ACCEPTED,
    DUPLICATE,
    /** Occurred before the allowed lateness; changes nothing. */
    LATE
}
