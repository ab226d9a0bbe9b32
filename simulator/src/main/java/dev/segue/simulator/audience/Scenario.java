package dev.segue.simulator.audience;

import dev.segue.simulator.plan.Hazard;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Everything that determines an audience: equal scenarios give equal audiences, to the last byte.
 *
 * @param listeners the number of people, at least 1, not counting bots
 * @param beginning before which no sitting starts except in stories and in the past, in epoch milliseconds
 * @param end from which on no sitting starts, in epoch milliseconds; {@link #ENDLESS} for never. Sittings under way
 *     then are completed.
 * @param hazards what goes wrong
 * @param stories what is staged in addition
 * @param partitions the number of partitions of the playback topic, at least 1
 * @param past the weeks before, in which the same people listened
 */
public record Scenario(
        long seed,
        int listeners,
        long beginning,
        long end,
        Set<Hazard> hazards,
        Set<Story> stories,
        int partitions,
        Past past) {

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

    /** Without stories and without a past. */
    public Scenario(long seed, int listeners, long beginning, long end, Set<Hazard> hazards, int partitions) {
        this(seed, listeners, beginning, end, hazards, Set.of(), partitions, Past.NONE);
    }

    /** The same, with all stories. */
    public Scenario withStories() {
        return withStories(Set.of(Story.values()));
    }

    /** The same, with these stories. */
    public Scenario withStories(Set<Story> told) {
        return new Scenario(seed, listeners, beginning, end, hazards, told, partitions, past);
    }

    /** The same, with this past. */
    public Scenario withPast(Past before) {
        return new Scenario(seed, listeners, beginning, end, hazards, stories, partitions, before);
    }

    /** All hazards except those left out. */
    public static Set<Hazard> allHazardsBut(Collection<Hazard> leftOut) {
        EnumSet<Hazard> hazards = EnumSet.allOf(Hazard.class);
        hazards.removeAll(leftOut);
        return hazards;
    }

    /**
     * The weeks of the past, the first one first. They are like the week of the beginning, but nothing goes wrong on
     * the way to the server.
     */
    List<Scenario> weeksBefore() {
        EnumSet<Hazard> ofListening = EnumSet.noneOf(Hazard.class);
        hazards.stream().filter(Hazard::isInListening).forEach(ofListening::add);
        return IntStream.range(0, past.weeks())
                .mapToLong(week -> (past.weeks() - week) * Past.WEEK_MS)
                .mapToObj(before -> new Scenario(
                        seed,
                        listeners,
                        beginning - before,
                        end == ENDLESS ? ENDLESS : end - before,
                        ofListening,
                        partitions))
                .toList();
    }

    boolean has(Hazard hazard) {
        return hazards.contains(hazard);
    }
}
