package dev.segue.domain.signal.ranking;

import dev.segue.domain.catalogue.Song;
import dev.segue.domain.catalogue.Songs;
import dev.segue.domain.signal.now.Now;
import java.io.Serializable;
import java.util.List;

/** One reason for which a song fits or does not. A named value, whose components are its parameters. */
public interface RankingPolicy extends Serializable {

    /** A song that fits perfectly, in thousandths. */
    int PERFECT = 1_000;

    /** Its name in signals and documentation. */
    String name();

    /**
     * How this policy judges songs for one listener, now.
     *
     * @param now with a known heading
     * @param songs the catalogue, to look up the artists of past plays
     */
    Fit at(Now now, Songs songs);

    /** Judges individual songs. */
    @FunctionalInterface
    interface Fit {

        /**
         * How well a song fits, in thousandths: 0 (never) to {@link #PERFECT}. Songs ahead of it may lower its fit, but
         * never raise it.
         *
         * @param ahead the songs that are ranked before it
         */
        int of(Song song, List<Song> ahead);
    }
}
