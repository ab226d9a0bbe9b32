package dev.segue.domain.signal;

import dev.segue.domain.listening.Mood;
import dev.segue.domain.listening.Mood.Quadrant;
import dev.segue.domain.signal.now.Signal.Heading;

/**
 * Tells where the mood of the music is heading: from the recent mood on, as far again as it has come from the mood of the
 * session. A song for the mood of the session would pull back whoever is leaving it; one for the recent mood would always
 * come a song too late. Where nothing is known of the recent mood, the music is taken to stay as it is.
 */
final class Headings {

    private static final int WHOLE = 1_000;

    private Headings() {}

    /**
     * Where the mood is heading.
     *
     * @param session the mood of the session
     * @param recent the mood of what was heard last: the same rule with a shorter half-life
     * @return null when nothing is known
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
