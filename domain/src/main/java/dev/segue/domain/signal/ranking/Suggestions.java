package dev.segue.domain.signal.ranking;

import dev.segue.domain.signal.now.Signal.LeftOut;
import dev.segue.domain.signal.now.Signal.NextSong;
import java.util.List;

/**
 * What a ranking suggests.
 *
 * @param songs best first
 * @param leftOut songs that policies kept out of them, those first that would fit best without these policies
 */
public record Suggestions(List<NextSong> songs, List<LeftOut> leftOut) {

    /** Nothing. */
    public static final Suggestions NONE = new Suggestions(List.of(), List.of());

    public Suggestions {
        songs = List.copyOf(songs);
        leftOut = List.copyOf(leftOut);
    }
}
