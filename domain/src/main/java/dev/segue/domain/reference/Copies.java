package dev.segue.domain.reference;

import dev.segue.domain.catalogue.TrackFacts;
import dev.segue.domain.playback.PlaybackEvent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Distinguishes repetitions of an event from other events. A repetition has the same listener, event id and content as
 * reported by the client, however and however often it was delivered.
 */
final class Copies {

    private Copies() {}

    /** The events without repetitions; the first of several copies remains. */
    static List<PlaybackEvent> droppedFrom(Collection<PlaybackEvent> accepted) {
        Set<PlaybackEvent> seen = new HashSet<>();
        List<PlaybackEvent> once = new ArrayList<>();
        for (PlaybackEvent event : accepted) {
            if (seen.add(asReported(event))) {
                once.add(event);
            }
        }
        return once;
    }

    /** The event as the client reported it, without what delivery and acceptance added. */
    static PlaybackEvent asReported(PlaybackEvent event) {
        PlaybackEvent uncorrected = event.correctedBy(-event.clockCorrection());
        return new PlaybackEvent(
                uncorrected.listener(),
                uncorrected.eventId(),
                uncorrected.device(),
                uncorrected.occurredAt(),
                null,
                null,
                0,
                uncorrected.country(),
                uncorrected.timeZone(),
                uncorrected.offline(),
                uncorrected.detail(),
                TrackFacts.UNKNOWN);
    }
}
