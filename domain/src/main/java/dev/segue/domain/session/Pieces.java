package dev.segue.domain.session;

import dev.segue.domain.listening.Play;
import dev.segue.domain.playback.Detail.PlaybackPaused;
import dev.segue.domain.playback.Detail.TrackEnded;
import dev.segue.domain.playback.PlaybackEvent;
import java.util.ArrayList;
import java.util.List;

/** The pieces of one play between its pauses. Applies its pauses and resumes in order of time. */
final class Pieces {

    private final List<Piece> pieces = new ArrayList<>();
    private long sounded;
    private boolean sounding;

    /** Since when it has been playing, or paused. */
    private long since;

    private Pieces(boolean sounding, long since) {
        this.sounding = sounding;
        this.since = since;
    }

    /** A stretch of time; an instant when both ends are equal. */
    record Piece(long from, long to) {}

    /**
     * The pieces of a play, in order; the last one ends with it. Without known pauses, its played time is placed at its
     * end, and its start is only an instant.
     *
     * <p>Where a play is cut to the maximum length, nothing happened, so the cut proves nothing. The first pause or
     * resume after the cut decides whether it was playing there.
     *
     * @param play a {@link TrackEnded}
     * @param pauses its pauses and resumes after the cut, in order of time
     */
    static List<Piece> of(PlaybackEvent play, List<PlaybackEvent> pauses, SessionRules rules) {
        TrackEnded ended = (TrackEnded) play.detail();
        long end = play.occurredAt();
        long played = Play.clampedPlayed(ended, end, rules.maxPlayMs());
        long from = Presence.from(play, rules);
        long beforeTheCut = from - ended.startedAt();
        if (pauses.isEmpty()) {
            Piece atItsEnd = new Piece(end - played, end);
            return beforeTheCut > 0 ? List.of(atItsEnd) : List.of(new Piece(from, from), atItsEnd);
        }
        if (beforeTheCut == 0) {
            Pieces whole = new Pieces(true, from);
            pauses.forEach(whole::follow);
            return whole.until(end, played - whole.sounded);
        }
        PlaybackEvent first = pauses.get(0);
        Pieces cut = new Pieces(false, first.occurredAt());
        pauses.forEach(cut::follow);
        if (first.detail() instanceof PlaybackPaused) {
            cut.soundedUntil(first.occurredAt(), from, played - cut.soundedBy(end), rules.gapMs());
        }
        return cut.until(end, played - cut.sounded - beforeTheCut);
    }

    private void follow(PlaybackEvent pause) {
        long at = pause.occurredAt();
        if (pause.detail() instanceof PlaybackPaused) {
            if (sounding) {
                pieces.add(new Piece(since, at));
                sounded += at - since;
                sounding = false;
                since = at;
            }
            return;
        }
        if (sounding) {
            // A pause is missing, at an unknown time.
            pieces.add(new Piece(since, since));
        }
        since = at;
        sounding = true;
    }

    private long soundedBy(long end) {
        return sounded + (sounding ? end - since : 0);
    }

    /**
     * The first pause after the cut ends a piece, if the remaining played time reaches back to within the session gap
     * of the cut. Otherwise the play was already paused at the cut, or a resume is missing.
     */
    private void soundedUntil(long firstPause, long cut, long left, long gapMs) {
        long start = Math.max(cut, firstPause - Math.max(0, left));
        if (start - cut <= gapMs) {
            pieces.add(0, new Piece(start, firstPause));
            sounded += firstPause - start;
        }
    }

    /** Adds the last piece. Where a resume is missing, the remaining played time is placed at the end. */
    private List<Piece> until(long end, long rest) {
        pieces.add(new Piece(sounding ? since : Math.max(since, end - Math.max(0, rest)), end));
        return pieces;
    }
}
