package dev.segue.domain.reference;

import dev.segue.domain.playback.ContentFingerprint;
import dev.segue.domain.playback.Detail.TrackEnded;
import dev.segue.domain.playback.PlaybackEvent;
import java.util.Comparator;

/** The orders in which events are told, so that every tie has one answer. */
final class Order {

    /** By event id; of different events under one id, by the fingerprint of what they say. */
    static final Comparator<PlaybackEvent> BY_ID_AND_CONTENT =
            Comparator.comparing(PlaybackEvent::eventId).thenComparingLong(ContentFingerprint::of);

    /** By start, end, and event id. What is no play is an instant. */
    static final Comparator<PlaybackEvent> OF_PLAYS = Comparator.comparingLong(Order::start)
            .thenComparingLong(PlaybackEvent::occurredAt)
            .thenComparing(BY_ID_AND_CONTENT);

    private Order() {}

    private static long start(PlaybackEvent event) {
        return event.detail() instanceof TrackEnded ended ? ended.startedAt() : event.occurredAt();
    }
}
