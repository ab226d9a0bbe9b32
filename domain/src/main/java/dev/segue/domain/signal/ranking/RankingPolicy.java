package dev.segue.domain.signal.ranking;

import dev.segue.domain.catalogue.Song;
import dev.segue.domain.catalogue.Songs;
import dev.segue.domain.signal.now.Now;
import java.io.Serializable;
import java.util.List;

/** One thing that makes a song fit, or not. A value with a name: what it is told stands in its components. */
public interface RankingPolicy extends Serializable {

    /** A song that fits perfectly, in thousandths. */
    int PERFECT = 1_000;

    /** Names it in documentation. */
    String name();

    /**
     * How this policy judges songs for one listener, now.
     *
     * @param now of which the heading is known
     * @param songs the catalogue, to ask who made what was played
     */
    Fit at(Now now, Songs songs);

    /** Judges one song after the other. */
    @FunctionalInterface
    interface Fit {

        /**
         * How well a song fits, in thousandths: 0 (never) to {@link #PERFECT}. It may fit less for what is ahead of it, and
         * never more.
         *
         * @param ahead the songs that are ranked before it
         */
        int of(Song song, List<Song> ahead);
    }
}
