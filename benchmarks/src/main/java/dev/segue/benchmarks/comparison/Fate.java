package dev.segue.benchmarks.comparison;

import java.util.Collection;

/** What becomes of a planned session. The first that applies, in this order, is its only one. */
enum Fate {
    /** At least one of its plays is in no answer. */
    LOST,
    /** An answer that holds some of its plays holds others, too. */
    MERGED,
    /** Its plays are in more than one answer. */
    SPLIT,
    /** One answer has exactly its plays, but another start or end. */
    INEXACT,
    /** One answer has exactly its plays, its start and its end. */
    RIGHT;

    /**
     * The fate of a session.
     *
     * @param holding the answers that hold any of its plays
     */
    static Fate of(Planned planned, Collection<Answer> holding) {
        boolean allEmitted = planned.plays().stream().allMatch(play -> holding.stream()
                .anyMatch(answer -> answer.plays().contains(play)));
        if (!allEmitted) {
            return LOST;
        }
        if (holding.stream().anyMatch(answer -> !planned.plays().containsAll(answer.plays()))) {
            return MERGED;
        }
        if (holding.size() > 1) {
            return SPLIT;
        }
        Answer only = holding.iterator().next();
        boolean exact = only.startedAt() == planned.startedAt() && only.endedAt() == planned.endedAt();
        return exact ? RIGHT : INEXACT;
    }
}
