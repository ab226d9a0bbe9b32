package dev.segue.domain.playback;

/** The cause of a pause. */
public enum PauseCause {
    /** The listener paused. */
    LISTENER,
    /** Buffering: the network or the device did not keep up. */
    STALL,
    /** The system interrupted playback: a call, an alarm, another app. */
    SYSTEM,
    UNKNOWN
}
