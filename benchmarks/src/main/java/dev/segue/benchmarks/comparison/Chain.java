package dev.segue.benchmarks.comparison;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Stretches of one listener with no silence between them that is longer than the gap.
 *
 * @param plays the event ids of its plays
 */
record Chain(String listener, long from, long to, Set<String> plays) {

    Chain {
        plays = Set.copyOf(plays);
    }

    static Chain of(Stretch stretch) {
        return new Chain(
                stretch.listener(),
                stretch.from(),
                stretch.to(),
                stretch.play() == null ? Set.of() : Set.of(stretch.play()));
    }

    /** Joins chains of one listener as far as possible; in order of time. */
    static List<Chain> joined(Collection<Chain> some) {
        List<Chain> sorted = new ArrayList<>(some);
        sorted.sort(Comparator.comparingLong(Chain::from));
        List<Chain> joined = new ArrayList<>();
        int begin = 0;
        long to = Long.MIN_VALUE;
        for (int i = 0; i < sorted.size(); i++) {
            if (i > begin && sorted.get(i).from - to > Stretch.GAP_MS) {
                joined.add(asOne(sorted.subList(begin, i)));
                begin = i;
            }
            to = Math.max(to, sorted.get(i).to);
        }
        joined.add(asOne(sorted.subList(begin, sorted.size())));
        return joined;
    }

    /** One chain over all of these; at least one. */
    static Chain asOne(List<Chain> chains) {
        long from = Long.MAX_VALUE;
        long to = Long.MIN_VALUE;
        Set<String> plays = new HashSet<>();
        for (Chain chain : chains) {
            from = Math.min(from, chain.from);
            to = Math.max(to, chain.to);
            plays.addAll(chain.plays);
        }
        return new Chain(chains.get(0).listener, from, to, plays);
    }

    /** This chain as an answer that is emitted once and never changes. */
    Answer emittedAt(long time) {
        return new Answer(listener, from, to, plays, time, time);
    }
}
