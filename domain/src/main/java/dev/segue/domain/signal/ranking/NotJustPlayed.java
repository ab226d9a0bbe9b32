package dev.segue.domain.signal.ranking;

import dev.segue.domain.catalogue.Songs;
import dev.segue.domain.listening.Play;
import dev.segue.domain.signal.now.Now;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Excludes the song that is playing now and those of the latest plays.
 *
 * @param plays how many of the latest plays, over all retained sessions
 */
public record NotJustPlayed(int plays) implements RankingPolicy {

    @Override
    public String name() {
        return "not-just-played";
    }

    @Override
    public Fit at(Now now, Songs songs) {
        Set<String> played = new HashSet<>();
        played.add(now.sounding());
        List<Play> all =
                Stream.concat(now.earlierPlays().stream(), now.plays().stream()).toList();
        for (Play play : all.subList(Math.max(0, all.size() - plays), all.size())) {
            played.add(play.trackId());
        }
        return (song, ahead) -> played.contains(song.trackId()) ? 0 : PERFECT;
    }
}
