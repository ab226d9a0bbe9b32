package dev.segue.domain.playback;

/** What began a pause. */
public enum PauseCause {
    /** The listener paused. */
    LISTENER,
    /** The player ran dry: the network or the device did not keep up. */
    STALL,
    /** Something else took the sound: a call, an alarm, another app. */
    SYSTEM,
    UNKNOWN
}
