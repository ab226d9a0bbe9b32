package dev.segue.domain.session;

import dev.segue.domain.session.Chains.Part;
import dev.segue.domain.session.ListenerMemory.CurrentSession;
import dev.segue.domain.timeline.Activity;
import dev.segue.domain.timeline.Timeline;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;

/**
 * After chains were cut into parts anew, finds which session continues under its id, which id is new, which is
 * replaced, and which session really changed.
 */
final class SessionReconciler {

    private final List<CurrentSession> former;
    private final List<Part> parts;
    private final Touched touched;
    private final Timeline timeline;

    /**
     * The input.
     *
     * @param former the sessions before, in order of time
     * @param parts the sessions now, in order of time
     * @param touched the activities that were added and removed
     * @param timeline as it is now
     */
    SessionReconciler(List<CurrentSession> former, List<Part> parts, Touched touched, Timeline timeline) {
        this.former = former;
        this.parts = parts;
        this.touched = touched;
        this.timeline = timeline;
    }

    /**
     * What an arriving event did to the timeline; at least one activity.
     *
     * @param added the activities that were added: its own, and those of broken plays that it changed
     * @param removed the activities that were removed, of broken plays that it changed
     * @param from the earliest start among all of them
     * @param to the latest end among all of them
     */
    record Touched(Collection<Activity> added, Collection<Activity> removed, long from, long to) {

        static Touched adding(Activity activity) {
            return new Touched(List.of(activity), List.of(), activity.from(), activity.to());
        }

        static Touched of(Collection<Activity> added, Collection<Activity> removed) {
            long from = Long.MAX_VALUE;
            long to = Long.MIN_VALUE;
            for (Collection<Activity> activities : List.of(added, removed)) {
                for (Activity activity : activities) {
                    from = Math.min(from, activity.from());
                    to = Math.max(to, activity.to());
                }
            }
            return new Touched(added, removed, from, to);
        }

        boolean isOneAddition() {
            return added.size() == 1 && removed.isEmpty();
        }
    }

    /**
     * The result.
     *
     * @param successors the sessions as they are now, in order of time
     * @param replaced the former sessions whose start, and so whose id, is no longer that of a session
     */
    record Result(List<Successor> successors, List<CurrentSession> replaced) {}

    /**
     * A session as it is now.
     *
     * @param same the former session with the same start, or null
     * @param changed whether its events, bounds or position in the chain have changed
     * @param predecessors the former sessions with other starts from which it took over activities; empty when {@code
     *     same} is not null
     */
    record Successor(Part part, CurrentSession same, boolean changed, List<CurrentSession> predecessors) {}

    Result reconciled() {
        List<Successor> successors = new ArrayList<>(parts.size());
        List<CurrentSession> replaced = new ArrayList<>(former);
        for (Part part : parts) {
            int index = indexOfSame(part);
            if (index < 0) {
                successors.add(new Successor(part, null, true, predecessorsOf(part)));
            } else {
                CurrentSession same = former.get(index);
                successors.add(new Successor(part, same, isChanged(part, index), List.of()));
                replaced.remove(same);
            }
        }
        return new Result(successors, replaced);
    }

    /** Index of the former session with the same start; -1 if there is none. */
    private int indexOfSame(Part part) {
        for (int i = 0; i < former.size(); i++) {
            if (former.get(i).startedAt() == part.startedAt()) {
                return i;
            }
        }
        return -1;
    }

    private boolean isChanged(Part part, int index) {
        CurrentSession same = former.get(index);
        return same.part() != part.number()
                || same.endedAt() != part.endedAt()
                || hasOtherEvents(part, formerBefore(index));
    }

    /** Whether the part's events have changed. Activities that do not own their event only affect its bounds. */
    private boolean hasOtherEvents(Part part, long formerBefore) {
        return ownerStartsIn(part.startedAt(), part.before(), touched.added())
                || ownerStartsIn(part.startedAt(), formerBefore, touched.removed())
                || anyRetained(
                        Math.min(formerBefore, part.before()), Math.max(formerBefore, part.before()), Activity::owner);
    }

    private static boolean ownerStartsIn(long from, long before, Collection<Activity> activities) {
        return activities.stream().anyMatch(activity -> activity.owner() && startsIn(from, before, activity));
    }

    private List<CurrentSession> predecessorsOf(Part part) {
        List<CurrentSession> predecessors = new ArrayList<>();
        for (int i = 0; i < former.size(); i++) {
            if (contributedTo(part, i)) {
                predecessors.add(former.get(i));
            }
        }
        return predecessors;
    }

    /** Whether the former session at this index started in the part, or an activity or event of it is in the part now. */
    private boolean contributedTo(Part part, int index) {
        long from = former.get(index).startedAt();
        long before = formerBefore(index);
        boolean startedInPart = from >= part.startedAt() && from < part.before();
        return startedInPart
                || anyRetained(Math.max(from, part.startedAt()), Math.min(before, part.before()), activity -> true)
                || anyMoved(from, before, part);
    }

    /** Whether an event has moved from between {@code from} and {@code before} into the part. */
    private boolean anyMoved(long from, long before, Part part) {
        return touched.removed().stream()
                .filter(removed -> removed.owner() && startsIn(from, before, removed))
                .anyMatch(removed -> touched.added().stream()
                        .filter(added -> added.owner() && added.fingerprint() == removed.fingerprint())
                        .anyMatch(added -> startsIn(part.startedAt(), part.before(), added)));
    }

    /** Whether any of the wanted activities starts in {@code [from, before)} and was not added just now. */
    private boolean anyRetained(long from, long before, Predicate<Activity> wanted) {
        boolean[] found = {false};
        if (from < before) {
            timeline.forEach(
                    from,
                    before,
                    activity -> found[0] |=
                            wanted.test(activity) && !touched.added().contains(activity));
        }
        return found[0];
    }

    private static boolean startsIn(long from, long before, Activity activity) {
        return activity.from() >= from && activity.from() < before;
    }

    /** Upper bound (exclusive) of the starts of a former session's activities. */
    private long formerBefore(int index) {
        if (index + 1 < former.size() && former.get(index + 1).part() > 0) {
            return former.get(index + 1).startedAt();
        }
        long latestEndOfChain = former.get(index).endedAt();
        for (int i = index; i > 0 && former.get(i).part() > 0; i--) {
            latestEndOfChain = Math.max(latestEndOfChain, former.get(i - 1).endedAt());
        }
        return latestEndOfChain + 1;
    }
}
