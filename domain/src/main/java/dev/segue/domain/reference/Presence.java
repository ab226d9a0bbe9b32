package dev.segue.domain.reference;

import dev.segue.domain.listening.Play;
import dev.segue.domain.playback.Detail.PlaybackPaused;
import dev.segue.domain.playback.Detail.PlaybackResumed;
import dev.segue.domain.playback.Detail.TrackEnded;
import dev.segue.domain.playback.PlaybackEvent;
import dev.segue.domain.session.SessionRules;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** When an event proves that its listener was there, and when it tells that something sounded. */
final class Presence {

    private static final Comparator<PlaybackEvent> BY_TIME =
            Comparator.comparingLong(PlaybackEvent::occurredAt).thenComparing(Order.BY_ID_AND_CONTENT);

    private Presence() {}

    /**
     * The pieces of time over which {@code event} proves presence, in order. The last one ends when the event occurred.
     *
     * @param ofListener all events of the listener: pauses and resumes of the same play replace the estimate of when a
     *     broken play sounded
     */
    static List<Stretch> proven(PlaybackEvent event, List<PlaybackEvent> ofListener, SessionRules rules) {
        if (!(event.detail() instanceof TrackEnded ended)) {
            return List.of(Stretch.instant(event.occurredAt()));
        }
        Stretch whole = whole(event, ended, rules);
        long played = Play.clampedPlayed(ended, event.occurredAt(), rules.maxPlayMs());
        boolean broken = event.occurredAt() - ended.startedAt() - played > rules.gapMs();
        if (!broken) {
            return List.of(whole);
        }
        List<PlaybackEvent> pauses = pausesAndResumesOf(event, whole, ofListener);
        return pauses.isEmpty()
                ? List.of(Stretch.instant(whole.from()), new Stretch(whole.to() - played, whole.to()))
                : walked(whole, played, pauses);
    }

    /**
     * The stretches in which a track or something spoken sounded.
     *
     * @param ofSession all events of the session it belongs to
     */
    static List<Stretch> sounding(PlaybackEvent event, List<PlaybackEvent> ofSession, SessionRules rules) {
        if (!(event.detail() instanceof TrackEnded ended)) {
            return List.of();
        }
        Stretch whole = whole(event, ended, rules);
        long played = Play.clampedPlayed(ended, event.occurredAt(), rules.maxPlayMs());
        List<PlaybackEvent> pauses = pausesAndResumesOf(event, whole, ofSession);
        return pauses.isEmpty() ? List.of(new Stretch(whole.to() - played, whole.to())) : walked(whole, played, pauses);
    }

    /** From start to end, cut to the longest play. */
    private static Stretch whole(PlaybackEvent event, TrackEnded ended, SessionRules rules) {
        return new Stretch(Math.max(ended.startedAt(), event.occurredAt() - rules.maxPlayMs()), event.occurredAt());
    }

    private static List<PlaybackEvent> pausesAndResumesOf(
            PlaybackEvent play, Stretch whole, List<PlaybackEvent> candidates) {
        return candidates.stream()
                .filter(event -> event.detail() instanceof PlaybackPaused || event.detail() instanceof PlaybackResumed)
                .filter(event -> whole.from() <= event.occurredAt() && event.occurredAt() <= whole.to())
                .filter(event -> isOfSamePlay(play, event))
                .sorted(BY_TIME)
                .toList();
    }

    private static boolean isOfSamePlay(PlaybackEvent play, PlaybackEvent event) {
        String ofPlay = play.detail().playId();
        String ofEvent = event.detail().playId();
        if (ofPlay != null && ofEvent != null) {
            return ofPlay.equals(ofEvent);
        }
        return play.device().id().equals(event.device().id());
    }

    /** Follows the pauses and resumes of a play that begins sounding. */
    private static List<Stretch> walked(Stretch whole, long played, List<PlaybackEvent> pausesAndResumes) {
        List<Stretch> pieces = new ArrayList<>();
        boolean sounding = true;
        long since = whole.from();
        for (PlaybackEvent event : pausesAndResumes) {
            long moment = event.occurredAt();
            if (event.detail() instanceof PlaybackPaused) {
                if (sounding) {
                    pieces.add(new Stretch(since, moment));
                    since = moment;
                }
                sounding = false;
            } else {
                if (sounding) {
                    // A pause is missing, and nobody knows when it was.
                    pieces.add(Stretch.instant(since));
                }
                since = moment;
                sounding = true;
            }
        }
        if (sounding) {
            pieces.add(new Stretch(since, whole.to()));
        } else {
            // A resume is missing: it sounded at the end for what is left of its played time.
            long soundedSoFar = pieces.stream().mapToLong(Stretch::length).sum();
            long rest = Math.max(0, played - soundedSoFar);
            pieces.add(new Stretch(Math.max(since, whole.to() - rest), whole.to()));
        }
        return pieces;
    }
}
