package dev.segue.benchmarks.comparison;

import java.util.Collection;

/** The outcome of a planned session: the first of these that applies. */
enum Fate {
    /** At least one of its plays is in no answer. */
    LOST,
    /** An answer with some of its plays also has plays of other sessions. */
    MERGED,
    /** Its plays are in more than one answer. */
    SPLIT,
    /** One answer has exactly its plays, but a different start or end. */
    INEXACT,
    /** One answer has exactly its plays, its start and its end. */
    RIGHT;

    /**
     * The fate of a session.
     *
     * @param holding the answers that contain any of its plays
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
