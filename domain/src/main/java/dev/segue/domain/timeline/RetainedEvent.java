package dev.segue.domain.timeline;

import dev.segue.domain.playback.PlaybackEvent;

/**
 * The event of an activity, as it is stored: possibly packed, and unpacked only on request. Inserting an event among
 * others mostly needs nothing but their times.
 */
@FunctionalInterface
public interface RetainedEvent {

    /** The event; the same on every call. */
    PlaybackEvent event();
}
