package dev.segue.domain.reference;

import dev.segue.domain.playback.ContentFingerprint;
import dev.segue.domain.playback.Detail.TrackEnded;
import dev.segue.domain.playback.PlaybackEvent;
import java.util.Comparator;

/** The orders of events, so that every tie is resolved in the same way. */
final class Order {

    /** By event id; different events with the same id, by the fingerprint of their content. */
    static final Comparator<PlaybackEvent> BY_ID_AND_CONTENT =
            Comparator.comparing(PlaybackEvent::eventId).thenComparingLong(ContentFingerprint::of);

    /** By start, end, and event id. Anything that is not a play is an instant. */
    static final Comparator<PlaybackEvent> OF_PLAYS = Comparator.comparingLong(Order::start)
            .thenComparingLong(PlaybackEvent::occurredAt)
            .thenComparing(BY_ID_AND_CONTENT);

    private Order() {}

    private static long start(PlaybackEvent event) {
        return event.detail() instanceof TrackEnded ended ? ended.startedAt() : event.occurredAt();
    }
}
