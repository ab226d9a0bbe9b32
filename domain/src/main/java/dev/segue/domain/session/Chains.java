package dev.segue.domain.session;

import dev.segue.domain.timeline.Activity;
import dev.segue.domain.timeline.Timeline;
import java.util.ArrayList;
import java.util.List;

/** Finds chains of activities, by the gap alone, and cuts them at the cap. */
final class Chains {

    private final Timeline timeline;
    private final SessionRules rules;

    Chains(Timeline timeline, SessionRules rules) {
        this.timeline = timeline;
        this.rules = rules;
    }

    /**
     * A chain.
     *
     * @param from start of its first activity
     * @param to latest end among its activities
     */
    record Chain(long from, long to) {}

    /**
     * A part of a chain.
     *
     * @param startedAt start of its first activity
     * @param endedAt latest end among its activities
     * @param number 0 for the first
     * @param before upper bound (exclusive) of the starts of its activities
     */
    record Part(long startedAt, long endedAt, int number, long before) {}

    /**
     * The chains among the activities that begin in {@code [low, high]}, in order of time.
     *
     * @param touched start of the first activity that was added or removed. Activities before it stay in one chain,
     *     even if the part that connected them is already settled and purged
     */
    List<Chain> in(long low, long high, long touched) {
        List<Chain> chains = new ArrayList<>();
        timeline.forEach(low, high + 1, activity -> {
            Chain last = chains.isEmpty() ? null : chains.get(chains.size() - 1);
            boolean mayBreak = activity.from() >= touched;
            if (last == null || (mayBreak && activity.from() - last.to() > rules.gapMs())) {
                chains.add(new Chain(activity.from(), activity.to()));
            } else if (activity.to() > last.to()) {
                chains.set(chains.size() - 1, new Chain(last.from(), activity.to()));
            }
        });
        return chains;
    }

    /**
     * Cuts chains into parts, each chain from the left.
     *
     * @param firstNumber number of the first part of the first chain; above 0 when the chain has earlier parts, which
     *     are not cut again
     */
    List<Part> cut(List<Chain> chains, int firstNumber) {
        List<Part> parts = new ArrayList<>();
        for (Chain chain : chains) {
            cut(chain, parts.isEmpty() ? firstNumber : 0, parts);
        }
        return parts;
    }

    private void cut(Chain chain, int firstNumber, List<Part> parts) {
        int number = firstNumber;
        long start = chain.from();
        while (start <= chain.to()) {
            long before = startOfNextPart(start, chain);
            boolean whole = start == chain.from() && before > chain.to();
            long end = whole ? chain.to() : timeline.latestEnd(start, before);
            parts.add(new Part(start, end, number, before));
            start = before;
            number++;
        }
    }

    /** Where the part after the one that begins at {@code start} begins; beyond the chain's end if there is none. */
    private long startOfNextPart(long start, Chain chain) {
        Activity next = chain.to() - start > rules.capMs() ? timeline.firstAfter(start + rules.capMs()) : null;
        long beyondEnd = chain.to() + 1;
        return next == null ? beyondEnd : Math.min(next.from(), beyondEnd);
    }
}
