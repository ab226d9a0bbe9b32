package dev.segue.domain.signal.ranking;

import dev.segue.domain.catalogue.Song;
import dev.segue.domain.catalogue.Songs;
import dev.segue.domain.listening.Play;
import dev.segue.domain.signal.now.Now;
import java.util.ArrayList;
import java.util.List;

/**
 * Halves a song's fit for every song by the same artist that is ranked before it, or was among the latest plays.
 *
 * @param plays how many of the latest plays of the session
 */
public record VarietyOfArtist(int plays) implements RankingPolicy {

    @Override
    public String name() {
        return "variety-of-artist";
    }

    @Override
    public Fit at(Now now, Songs songs) {
        List<Integer> played = new ArrayList<>();
        List<Play> all = now.plays();
        for (Play play : all.subList(Math.max(0, all.size() - plays), all.size())) {
            if (play.trackId() != null) {
                played.add(songs.artistOf(play.trackId()));
            }
        }
        return (song, ahead) -> song.artist() == Song.NO_ARTIST ? PERFECT : PERFECT >> times(song, played, ahead);
    }

    private static int times(Song song, List<Integer> played, List<Song> ahead) {
        int times = 0;
        for (int artist : played) {
            times += artist == song.artist() ? 1 : 0;
        }
        for (Song before : ahead) {
            times += before.artist() == song.artist() ? 1 : 0;
        }
        return Math.min(times, Integer.SIZE - 1);
    }
}
