package dev.segue.domain.signal;

import dev.segue.domain.listening.Mood;
import dev.segue.domain.listening.Mood.Quadrant;
import dev.segue.domain.signal.now.Signal.Heading;

/**
 * Predicts where the mood of the music is heading: beyond the recent mood, by as much as that differs from the mood of
 * the session. A song for the session's mood would pull back a listener who is leaving it; one for the recent mood
 * would always be one song late. If the recent mood is unknown, the mood is assumed to stay as it is.
 */
final class Headings {

    private static final int WHOLE = 1_000;

    private Headings() {}

    /**
     * Where the mood is heading.
     *
     * @param session the mood of the session
     * @param recent the mood of the latest music: the same rule with a shorter half-life
     * @return null when unknown
     */
    static Heading of(Mood session, Mood recent) {
        if (session.quadrant() == Quadrant.UNKNOWN) {
            return null;
        }
        if (recent.quadrant() == Quadrant.UNKNOWN) {
            return new Heading(session.valence(), session.energy());
        }
        return new Heading(onwards(session.valence(), recent.valence()), onwards(session.energy(), recent.energy()));
    }

    private static int onwards(int from, int through) {
        return Math.max(0, Math.min(WHOLE, through + (through - from)));
    }
}
