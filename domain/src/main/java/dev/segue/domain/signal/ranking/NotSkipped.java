package dev.segue.domain.signal.ranking;

import dev.segue.domain.catalogue.Song;
import dev.segue.domain.catalogue.Songs;
import dev.segue.domain.listening.Play;
import dev.segue.domain.signal.now.Now;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A song that the listener left does not come again as long as that is remembered; another one by the artist of one that was
 * left in the running session fits half as well, unless they have stayed with that artist since.
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
