package dev.segue.domain.signal.ranking;

import dev.segue.domain.catalogue.Song;
import dev.segue.domain.catalogue.Songs;
import dev.segue.domain.signal.now.Now;
import dev.segue.domain.signal.now.Signal.Factor;
import dev.segue.domain.signal.now.Signal.LeftOut;
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

    /** More would say no more about the rules, and every signal carries them. */
    private static final int MOST_LEFT_OUT = 5;

    /** A policy that gives a song this or less keeps it out, if it would be suggested otherwise. */
    private static final int HALF = RankingPolicy.PERFECT / 2;

    private static final Comparator<Candidate> BEST_FIRST = Comparator.comparingLong(Candidate::fit)
            .reversed()
            .thenComparing(candidate -> candidate.song().trackId());

    private static final Comparator<Candidate> BEST_OTHERWISE_FIRST = Comparator.comparingLong(Candidate::fitOtherwise)
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
     * @param fitOtherwise the same without the policies that at least halve it
     */
    private record Candidate(Song song, long fit, long fitOtherwise) {

        /** Whether policies keep it from being suggested beside songs of at least this fit. */
        boolean isLeftOutBeside(long worst) {
            return fitOtherwise > fit && fitOtherwise >= worst;
        }
    }

    /** The songs that fit now, and those left out; none when it is unknown where the mood is heading. */
    public Suggestions suggest(Now now) {
        if (now.heading() == null || most == 0) {
            return Suggestions.NONE;
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
    private Suggestions chosen(PriorityQueue<Candidate> candidates, List<Fit> fits) {
        List<Song> ahead = new ArrayList<>(most);
        List<NextSong> chosen = new ArrayList<>(most);
        List<Candidate> others = new ArrayList<>();
        while (chosen.size() < most && !candidates.isEmpty()) {
            Candidate before = candidates.poll();
            Candidate again = judged(before.song(), fits, ahead);
            if (again.fit() == 0) {
                others.add(again);
            } else if (again.fit() < before.fit()) {
                candidates.add(again);
            } else {
                List<Factor> factors = factors(again.song(), fits, ahead, RankingPolicy.PERFECT - 1);
                chosen.add(new NextSong(again.song().trackId(), (int) again.fit(), factors));
                ahead.add(again.song());
            }
        }
        others.addAll(candidates);
        int worst = chosen.size() < most ? 0 : chosen.get(most - 1).fit();
        return new Suggestions(chosen, leftOut(others, fits, ahead, worst));
    }

    /**
     * Only songs that fit well otherwise are judged again, beside the suggested ones: of others, no song ranked before
     * makes them fit better.
     */
    private List<LeftOut> leftOut(List<Candidate> others, List<Fit> fits, List<Song> ahead, int worst) {
        return others.stream()
                .filter(candidate -> candidate.isLeftOutBeside(worst))
                .sorted(BEST_OTHERWISE_FIRST)
                .map(candidate -> judged(candidate.song(), fits, ahead))
                .filter(candidate -> candidate.isLeftOutBeside(worst))
                .limit(MOST_LEFT_OUT)
                .map(candidate -> new LeftOut(
                        candidate.song().trackId(),
                        (int) candidate.fitOtherwise(),
                        factors(candidate.song(), fits, ahead, HALF)))
                .toList();
    }

    /** The policies that give a song at most a certain score. */
    private List<Factor> factors(Song song, List<Fit> fits, List<Song> ahead, int highest) {
        List<Factor> factors = new ArrayList<>(1);
        for (int i = 0; i < fits.size(); i++) {
            int score = fits.get(i).of(song, ahead);
            if (score <= highest) {
                factors.add(new Factor(policies.get(i).name(), score));
            }
        }
        return factors;
    }

    private static Candidate judged(Song song, List<Fit> fits, List<Song> ahead) {
        long fit = RankingPolicy.PERFECT;
        long fitOtherwise = RankingPolicy.PERFECT;
        for (Fit one : fits) {
            int score = one.of(song, ahead);
            fit = fit * score / RankingPolicy.PERFECT;
            if (score > HALF) {
                fitOtherwise = fitOtherwise * score / RankingPolicy.PERFECT;
            }
        }
        return new Candidate(song, fit, fitOtherwise);
    }
}
