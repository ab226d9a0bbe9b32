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

/** When an event proves that its listener was there, and when it reports that something sounded. */
final class Presence {

    private static final Comparator<PlaybackEvent> BY_TIME =
            Comparator.comparingLong(PlaybackEvent::occurredAt).thenComparing(Order.BY_ID_AND_CONTENT);

    private Presence() {}

    /**
     * The intervals over which {@code event} proves presence, in order. The last one ends when the event occurred.
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
        List<PlaybackEvent> pauses = pausesAndResumesOf(event, whole, ofListener, rules);
        if (!pauses.isEmpty()) {
            return walked(whole, ended.startedAt(), played, pauses, rules);
        }
        Stretch atItsEnd = new Stretch(whole.to() - played, whole.to());
        return ended.startedAt() < whole.from()
                ? List.of(atItsEnd)
                : List.of(Stretch.instant(ended.startedAt()), atItsEnd);
    }

    /**
     * The intervals in which a track or spoken content sounded.
     *
     * @param ofSession all events of the session it belongs to
     */
    static List<Stretch> sounding(PlaybackEvent event, List<PlaybackEvent> ofSession, SessionRules rules) {
        if (!(event.detail() instanceof TrackEnded ended)) {
            return List.of();
        }
        Stretch whole = whole(event, ended, rules);
        long played = Play.clampedPlayed(ended, event.occurredAt(), rules.maxPlayMs());
        List<PlaybackEvent> pauses = pausesAndResumesOf(event, whole, ofSession, rules);
        return pauses.isEmpty()
                ? List.of(new Stretch(whole.to() - played, whole.to()))
                : walked(whole, ended.startedAt(), played, pauses, rules);
    }

    /** From start to end, cut to the maximum play length. */
    private static Stretch whole(PlaybackEvent event, TrackEnded ended, SessionRules rules) {
        return new Stretch(Math.max(ended.startedAt(), event.occurredAt() - rules.maxPlayMs()), event.occurredAt());
    }

    private static List<PlaybackEvent> pausesAndResumesOf(
            PlaybackEvent play, Stretch whole, List<PlaybackEvent> candidates, SessionRules rules) {
        return candidates.stream()
                .filter(event -> event.detail() instanceof PlaybackPaused || event.detail() instanceof PlaybackResumed)
                .filter(event -> whole.from() <= event.occurredAt() && event.occurredAt() <= whole.to())
                .filter(event -> isOfSamePlay(play, event))
                .sorted(BY_TIME)
                .limit(rules.limits().pausesPerPlay())
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

    /** Applies the pauses and resumes of a play; there is at least one. */
    private static List<Stretch> walked(
            Stretch whole, long startedAt, long played, List<PlaybackEvent> pausesAndResumes, SessionRules rules) {
        PlaybackEvent first = pausesAndResumes.get(0);
        List<PlaybackEvent> later = pausesAndResumes.subList(1, pausesAndResumes.size());
        boolean wasResumed = first.detail() instanceof PlaybackResumed;
        if (startedAt == whole.from()) {
            // Not cut: it sounds from its start.
            Walk walk = Walk.of(whole.from(), true, pausesAndResumes);
            return walk.until(whole.to(), played - walk.sounded());
        }
        // What it did at the cut is unknown. From the first pause or resume on it is known.
        Walk walk = Walk.of(first.occurredAt(), wasResumed, later);
        List<Stretch> pieces = new ArrayList<>();
        long beforeFirst = played - walk.sounded() - (walk.sounding() ? whole.to() - walk.since() : 0);
        long reachedBackTo = Math.max(whole.from(), first.occurredAt() - Math.max(0, beforeFirst));
        if (!wasResumed && reachedBackTo <= whole.from() + rules.gapMs()) {
            pieces.add(new Stretch(reachedBackTo, first.occurredAt()));
        }
        long soundedAfterTheCut =
                walk.sounded() + pieces.stream().mapToLong(Stretch::length).sum();
        long roomBeforeTheCut = whole.from() - startedAt;
        pieces.addAll(walk.until(whole.to(), played - soundedAfterTheCut - roomBeforeTheCut));
        return pieces;
    }

    /** What pauses and resumes show from some moment on: the completed pieces, and the state since the last of them. */
    private record Walk(List<Stretch> pieces, boolean sounding, long since) {

        static Walk of(long from, boolean soundsAtFirst, List<PlaybackEvent> pausesAndResumes) {
            List<Stretch> pieces = new ArrayList<>();
            boolean sounding = soundsAtFirst;
            long since = from;
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
                        // A pause is missing, at an unknown time.
                        pieces.add(Stretch.instant(since));
                    }
                    since = moment;
                    sounding = true;
                }
            }
            return new Walk(pieces, sounding, since);
        }

        long sounded() {
            return pieces.stream().mapToLong(Stretch::length).sum();
        }

        /** Adds the last piece. Where a resume is missing, the remaining played time is placed at the end. */
        List<Stretch> until(long end, long rest) {
            List<Stretch> all = new ArrayList<>(pieces);
            all.add(new Stretch(sounding ? since : Math.max(since, end - Math.max(0, rest)), end));
            return all;
        }
    }
}
