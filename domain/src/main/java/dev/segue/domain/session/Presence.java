package dev.segue.domain.session;

import dev.segue.domain.listening.Play;
import dev.segue.domain.playback.Detail.PlaybackPaused;
import dev.segue.domain.playback.Detail.PlaybackResumed;
import dev.segue.domain.playback.Detail.TrackEnded;
import dev.segue.domain.playback.PlaybackEvent;
import dev.segue.domain.session.Pieces.Piece;
import dev.segue.domain.timeline.Activity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The presence of its listener that an event proves. */
final class Presence {

    /** Pauses and resumes in order of time. */
    static final Comparator<PlaybackEvent> AS_IT_HAPPENED =
            Comparator.comparingLong(PlaybackEvent::occurredAt).thenComparing(PlaybackEvent::eventId);

    private Presence() {}

    /**
     * Whether the event is a play that was silent for longer than the session gap, so that it does not prove presence
     * throughout.
     */
    static boolean isBroken(PlaybackEvent event, SessionRules rules) {
        if (!(event.detail() instanceof TrackEnded ended)) {
            return false;
        }
        long played = Play.clampedPlayed(ended, event.occurredAt(), rules.maxPlayMs());
        return event.occurredAt() - ended.startedAt() - played > rules.gapMs();
    }

    /**
     * The earliest time at which an event can prove presence. For a play this is its start or the cut, one maximum play
     * length before its end, whichever is later. State before the cut may be settled and purged.
     */
    static long from(PlaybackEvent event, SessionRules rules) {
        return event.detail() instanceof TrackEnded ended
                ? Math.max(ended.startedAt(), event.occurredAt() - rules.maxPlayMs())
                : event.occurredAt();
    }

    /**
     * The activities of an event; the event belongs to the last one.
     *
     * @param pauses the pauses and resumes of the same play, in order of time; only used for broken plays
     */
    static List<Activity> of(PlaybackEvent event, long fingerprint, List<PlaybackEvent> pauses, SessionRules rules) {
        long from = from(event, rules);
        if (!isBroken(event, rules)) {
            return List.of(new Activity(from, event.occurredAt(), true, fingerprint, event));
        }
        List<Piece> pieces = Pieces.of(event, pauses, rules);
        List<Activity> activities = new ArrayList<>(pieces.size());
        for (int i = 0; i < pieces.size(); i++) {
            Piece piece = pieces.get(i);
            boolean last = i == pieces.size() - 1;
            if (last || !piece.equals(pieces.get(i + 1))) {
                activities.add(new Activity(piece.from(), piece.to(), last, fingerprint, event));
            }
        }
        return activities;
    }

    /** Of {@code events}, in order of time: the pauses and resumes of a play; of too many, the first ones. */
    static List<PlaybackEvent> pausesOf(PlaybackEvent ended, Stream<PlaybackEvent> events, SessionRules rules) {
        return events.filter(event -> isOfPlay(event, ended, rules))
                .limit(rules.limits().pausesPerPlay())
                .toList();
    }

    /** Whether {@code pause} is a pause or resume of the play that {@code ended} reports. */
    static boolean isOfPlay(PlaybackEvent pause, PlaybackEvent ended, SessionRules rules) {
        if (!isPauseOrResume(pause)
                || pause.occurredAt() < from(ended, rules)
                || pause.occurredAt() > ended.occurredAt()) {
            return false;
        }
        String ofPause = pause.detail().playId();
        String ofPlay = ended.detail().playId();
        if (ofPause == null || ofPlay == null) {
            return pause.device().id().equals(ended.device().id());
        }
        return ofPause.equals(ofPlay);
    }

    static boolean isPauseOrResume(PlaybackEvent event) {
        return event.detail() instanceof PlaybackPaused || event.detail() instanceof PlaybackResumed;
    }
}
