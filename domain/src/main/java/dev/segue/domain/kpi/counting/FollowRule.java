package dev.segue.domain.kpi.counting;

import java.io.Serializable;
import java.util.Set;

/**
 * Which playlists, albums and radios are followed one by one.
 *
 * @param only their ids; empty for all, until there are too many
 * @param mostSubjects how many at most; also how many editions at most, over all of them
 */
public record FollowRule(Set<String> only, int mostSubjects) implements Serializable {

    /** As many as a service's own editors make, ten times over. */
    public static final FollowRule DEFAULT = new FollowRule(Set.of(), 10_000);

    public FollowRule {
        only = Set.copyOf(only);
        if (mostSubjects < 0) {
            throw new IllegalArgumentException("mostSubjects must not be negative, but is " + mostSubjects);
        }
    }
}
