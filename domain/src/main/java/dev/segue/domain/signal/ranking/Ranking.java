package dev.segue.domain.signal.ranking;

import dev.segue.domain.catalogue.Song;
import dev.segue.domain.catalogue.Songs;
import dev.segue.domain.signal.now.Now;
import dev.segue.domain.signal.now.Signal.NextSong;
import dev.segue.domain.signal.ranking.RankingPolicy.Fit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Ranks songs for what to play next: among those around where the mood is heading, the one that fits best, then the one
 * that fits best after that, and so on. A song's fit is the product of the fits that all policies give it.
 */
public final class Ranking {

    /** This many candidates, besides those just played, give every policy enough to choose from. */
    private static final int CANDIDATES = 64;

    private static final Comparator<Candidate> BEST_FIRST = Comparator.comparingLong(Candidate::fit)
            .reversed()
            .thenComparing(candidate -> candidate.song().trackId());

    private final List<RankingPolicy> policies;
    private final Songs songs;
    private final int most;

    /**
     * A ranking by {@code policies}.
     *
     * @param songs to choose from
     * @param most how many to suggest at most
     */
    public Ranking(List<RankingPolicy> policies, Songs songs, int most) {
        this.policies = List.copyOf(policies);
        this.songs = songs;
        this.most = most;
    }

    /**
     * A song that may be suggested.
     *
     * @param fit an upper bound, from when it was last judged
     */
    private record Candidate(Song song, long fit) {}

    /** The songs that fit now, best first; none when it is unknown where the mood is heading. */
    public List<NextSong> nextSongs(Now now) {
        if (now.heading() == null || most == 0) {
            return List.of();
        }
        List<Fit> fits = new ArrayList<>(policies.size());
        for (RankingPolicy policy : policies) {
            fits.add(policy.at(now, songs));
        }
        int played = now.plays().size() + now.earlierPlays().size();
        PriorityQueue<Candidate> candidates = new PriorityQueue<>(BEST_FIRST);
        for (Song song : songs.near(now.heading().valence(), now.heading().energy(), CANDIDATES + played)) {
            candidates.add(judged(song, fits, List.of()));
        }
        return chosen(candidates, fits);
    }

    /**
     * Songs ranked before never improve a song's fit. So one that still fits as well as when last judged is the best.
     */
    private List<NextSong> chosen(PriorityQueue<Candidate> candidates, List<Fit> fits) {
        List<Song> ahead = new ArrayList<>(most);
        List<NextSong> chosen = new ArrayList<>(most);
        while (chosen.size() < most && !candidates.isEmpty()) {
            Candidate before = candidates.poll();
            Candidate again = judged(before.song(), fits, ahead);
            if (again.fit() < before.fit()) {
                candidates.add(again);
            } else if (again.fit() > 0) {
                ahead.add(again.song());
                chosen.add(new NextSong(again.song().trackId(), (int) again.fit()));
            }
        }
        return chosen;
    }

    private static Candidate judged(Song song, List<Fit> fits, List<Song> ahead) {
        long fit = RankingPolicy.PERFECT;
        for (Fit one : fits) {
            fit = fit * one.of(song, ahead) / RankingPolicy.PERFECT;
        }
        return new Candidate(song, fit);
    }
}
