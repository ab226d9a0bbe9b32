package dev.segue.domain.signal.ranking;

import dev.segue.domain.catalogue.Song;
import dev.segue.domain.catalogue.Songs;
import dev.segue.domain.signal.now.Now;
import dev.segue.domain.signal.now.Signal.Heading;

/** A song fits better the closer its mood is to where the mood is heading, by Euclidean distance. */
public record CloseToHeading() implements RankingPolicy {

    /** From corner to corner of the mood plane: 1000 times the square root of two. */
    private static final double ACROSS = 1_000 * StrictMath.sqrt(2);

    @Override
    public String name() {
        return "close-to-heading";
    }

    @Override
    public Fit at(Now now, Songs songs) {
        Heading heading = now.heading();
        return (song, ahead) -> closeness(song, heading);
    }

    private static int closeness(Song song, Heading heading) {
        double right = song.valence() - heading.valence();
        double up = song.energy() - heading.energy();
        double apart = StrictMath.sqrt(right * right + up * up);
        return (int) Math.round(PERFECT * (1 - apart / ACROSS));
    }
}
