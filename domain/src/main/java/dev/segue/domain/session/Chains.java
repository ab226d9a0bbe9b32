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

    /** A chain: where it begins and where it ends. */
    record Chain(long from, long to) {}

    /**
     * A part of a chain.
     *
     * @param number 0 for the first
     * @param before upper bound (exclusive) of the starts of its activities
     */
    record Part(long startedAt, long endedAt, int number, long before) {}

    /**
     * The chains among the activities that begin in {@code [low, high]}.
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

    /** Cuts a chain from the left, and adds its parts to {@code parts}. */
    void cut(Chain chain, int firstNumber, List<Part> parts) {
        int number = firstNumber;
        long start = chain.from();
        while (true) {
            Activity next = chain.to() - start > rules.capMs() ? timeline.firstAfter(start + rules.capMs()) : null;
            boolean isLast = next == null || next.from() > chain.to();
            long before = isLast ? chain.to() + 1 : next.from();
            boolean whole = isLast && start == chain.from();
            long end = whole ? chain.to() : timeline.latestEnd(start, before);
            parts.add(new Part(start, end, number, before));
            if (isLast) {
                return;
            }
            start = before;
            number++;
        }
    }
}
