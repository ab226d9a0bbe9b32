package dev.segue.simulator.audience;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

/**
 * Everything an audience follows from: equal scenarios give equal audiences, to the last byte.
 *
 * @param listeners how many people there are, at least 1; bots come on top
 * @param beginning before which nobody sits down but in stories, in epoch milliseconds
 * @param end from which on nobody sits down any more, in epoch milliseconds; {@link #ENDLESS} for never. What is under
 *     way then is brought to its end.
 * @param hazards what goes wrong
 * @param stories what is staged besides
 * @param partitions into how many parts the topic of playback is divided, at least 1
 */
public record Scenario(
        long seed, int listeners, long beginning, long end, Set<Hazard> hazards, Set<Story> stories, int partitions) {

    /** Stands for an audience that goes on for ever. */
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
            throw new IllegalArgumentException("a topic has at least 1 partition, but this one " + partitions);
        }
    }

    /** One in which no story is staged. */
    public Scenario(long seed, int listeners, long beginning, long end, Set<Hazard> hazards, int partitions) {
        this(seed, listeners, beginning, end, hazards, Set.of(), partitions);
    }

    /** The same, with all stories. */
    public Scenario withStories() {
        return new Scenario(seed, listeners, beginning, end, hazards, Set.of(Story.values()), partitions);
    }

    /** All that can go wrong, but for what is left out. */
    public static Set<Hazard> allHazardsBut(Collection<Hazard> leftOut) {
        EnumSet<Hazard> hazards = EnumSet.allOf(Hazard.class);
        hazards.removeAll(leftOut);
        return hazards;
    }

    boolean has(Hazard hazard) {
        return hazards.contains(hazard);
    }
}
