package dev.segue.domain.signal.ranking;

import dev.segue.domain.catalogue.Song;
import dev.segue.domain.catalogue.Songs;
import dev.segue.domain.listening.Play;
import dev.segue.domain.signal.now.Now;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Excludes songs that the listener skipped, as long as the skip is retained. Another song by an artist who was skipped
 * in the running session fits half as well, unless the listener has since played that artist without skipping.
 */
public record NotSkipped() implements RankingPolicy {

    @Override
    public String name() {
        return "not-skipped";
    }

    @Override
    public Fit at(Now now, Songs songs) {
        Set<String> left = new HashSet<>();
        Set<Integer> leftArtists = new HashSet<>();
        noteSkips(now.earlierPlays(), left);
        noteSkips(now.plays(), left);
        for (Play play : now.plays()) {
            noteArtist(play, songs, leftArtists);
        }
        return (song, ahead) -> {
            if (left.contains(song.trackId())) {
                return 0;
            }
            return leftArtists.contains(song.artist()) ? PERFECT / 2 : PERFECT;
        };
    }

    private static void noteSkips(List<Play> plays, Set<String> left) {
        for (Play play : plays) {
            if (play.isSkip()) {
                left.add(play.trackId());
            }
        }
    }

    private static void noteArtist(Play play, Songs songs, Set<Integer> left) {
        int artist = play.trackId() == null ? Song.NO_ARTIST : songs.artistOf(play.trackId());
        if (artist == Song.NO_ARTIST) {
            return;
        }
        if (play.isSkip()) {
            left.add(artist);
        } else {
            left.remove(artist);
        }
    }
}
