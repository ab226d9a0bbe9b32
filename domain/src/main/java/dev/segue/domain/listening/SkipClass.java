package dev.segue.domain.listening;

/** How soon the listener left a track. */
public enum SkipClass {
    QUICK,
    EARLY,
    LATE
}
