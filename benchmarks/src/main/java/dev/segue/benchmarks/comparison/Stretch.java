package dev.segue.benchmarks.comparison;

import dev.segue.domain.listening.Play;
import dev.segue.domain.playback.Detail.TrackEnded;
import dev.segue.domain.playback.PlaybackEvent;
import dev.segue.domain.session.SessionRules;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A period over which one event proves its listener's presence, as the other sessionizers see it: with the preparation
 * that is good practice, and no more.
 *
 * @param from in epoch milliseconds, like {@code to} and {@code arrivedAt}
 * @param play the event's id if a play ended here; otherwise null
 * @param ofPause whether it is only the start of a play that was paused for longer than the gap
 */
public record Stretch(String listener, long from, long to, String play, boolean ofPause, long arrivedAt) {

    /** The longest silence within a session, in milliseconds; the same for all sessionizers. */
    static final long GAP_MS = SessionRules.DEFAULT.gapMs();

    private static final long LONGEST_PLAY_MS = SessionRules.DEFAULT.maxPlayMs();

    /** The stretches of all events, in order of arrival; copies count once. */
    static List<Stretch> of(List<Arrived> arrived) {
        return withoutCopies(arrived).stream()
                .flatMap(each -> of(each).stream())
                .toList();
    }

    /** The events in order of arrival without copies; a real sessionizer could not remember that many. */
    static List<Arrived> withoutCopies(List<Arrived> arrived) {
        Set<String> known = new HashSet<>();
        return arrived.stream()
                .filter(each ->
                        known.add(each.event().eventId() + '/' + each.event().listener()))
                .toList();
    }

    /**
     * The stretches of an event. A play that was paused for longer than the gap proves two instants, its start and its
     * end; only its pause events cover the time between. If it started before the longest play, it proves only its end.
     */
    static List<Stretch> of(Arrived arrived) {
        PlaybackEvent event = arrived.event();
        List<Stretch> stretches = new ArrayList<>();
        long end = event.occurredAt();
        long from = end;
        if (event.detail() instanceof TrackEnded ended) {
            from = Math.max(ended.startedAt(), end - LONGEST_PLAY_MS);
            long sounded = Play.clampedPlayed(ended, end, LONGEST_PLAY_MS);
            if (end - ended.startedAt() - sounded > GAP_MS) {
                if (from == ended.startedAt()) {
                    stretches.add(new Stretch(event.listener(), from, from, null, true, arrived.at()));
                }
                from = end;
            }
        }
        String play = Staged.isPlay(event) ? event.eventId() : null;
        stretches.add(new Stretch(event.listener(), from, end, play, false, arrived.at()));
        return stretches;
    }
}
