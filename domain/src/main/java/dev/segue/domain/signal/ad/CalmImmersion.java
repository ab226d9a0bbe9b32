package dev.segue.domain.signal.ad;

import dev.segue.domain.listening.Mood.Quadrant;
import dev.segue.domain.listening.Play;
import dev.segue.domain.signal.now.Now;
import java.util.List;

/**
 * Holds while a listener stays with calm music: an ad would break the immersion.
 *
 * @param songs from this many in a row on, none of them skipped; at least 1
 * @param confidence minimum confidence of the mood, in thousandths
 */
public record CalmImmersion(int songs, int confidence) implements AdPolicy {

    @Override
    public String name() {
        return "calm-immersion";
    }

    @Override
    public String objection(Now now) {
        boolean calm = now.mood().quadrant() == Quadrant.CALM && now.mood().confidence() >= confidence;
        int stayed = unskipped(now.plays());
        return calm && stayed >= songs
                ? "The listener has stayed with calm music for " + stayed + " songs without a skip."
                : null;
    }

    private static int unskipped(List<Play> plays) {
        int unskipped = 0;
        while (unskipped < plays.size()
                && !plays.get(plays.size() - 1 - unskipped).isSkip()) {
            unskipped++;
        }
        return unskipped;
    }
}
