package dev.segue.domain.timeline;

import dev.segue.domain.playback.PlaybackEvent;

/**
 * The event of an activity, as whoever keeps the pages keeps it: perhaps packed, and unpacked only when asked for. To put
 * an event in its place among others mostly takes nothing but their times.
 */
@FunctionalInterface
public interface RetainedEvent {

    /** The event, the same every time. */
    PlaybackEvent event();
}
