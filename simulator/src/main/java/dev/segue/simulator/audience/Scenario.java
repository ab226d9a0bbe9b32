package dev.segue.simulator.audience;

import dev.segue.simulator.plan.Hazard;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

/**
 * Everything that determines an audience: equal scenarios give equal audiences, to the last byte.
 *
 * @param listeners the number of people, at least 1, not counting bots
 * @param beginning before which no sitting starts except in stories, in epoch milliseconds
 * @param end from which on no sitting starts, in epoch milliseconds; {@link #ENDLESS} for never. Sittings under way
 *     then are completed.
 * @param hazards what goes wrong
 * @param stories what is staged in addition
 * @param partitions the number of partitions of the playback topic, at least 1
 */
public record Scenario(
        long seed, int listeners, long beginning, long end, Set<Hazard> hazards, Set<Story> stories, int partitions) {

    /** The end of an audience that never ends. */
    public static final long ENDLESS = Long.MAX_VALUE;

    public Scenario {
        hazards = Set.copyOf(hazards);
        stories = Set.copyOf(stories);
        if (listeners < 1) {
            throw new IllegalArgumentException("an audience needs at least 1 listener, but has " + listeners);
        }
        if (end <= beginning) {
            throw new IllegalArgumentException(
                    "an audience must end after it began, but " + end + " is not later than " + beginning);
        }
        if (partitions < 1) {
            throw new IllegalArgumentException("a topic has at least 1 partition, but this one has " + partitions);
        }
    }

    /** Without stories. */
    public Scenario(long seed, int listeners, long beginning, long end, Set<Hazard> hazards, int partitions) {
        this(seed, listeners, beginning, end, hazards, Set.of(), partitions);
    }

    /** The same, with all stories. */
    public Scenario withStories() {
        return new Scenario(seed, listeners, beginning, end, hazards, Set.of(Story.values()), partitions);
    }

    /** All hazards except those left out. */
    public static Set<Hazard> allHazardsBut(Collection<Hazard> leftOut) {
        EnumSet<Hazard> hazards = EnumSet.allOf(Hazard.class);
        hazards.removeAll(leftOut);
        return hazards;
    }

    boolean has(Hazard hazard) {
        return hazards.contains(hazard);
    }
}
