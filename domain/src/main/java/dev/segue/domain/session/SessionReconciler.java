package dev.segue.domain.session;

import dev.segue.domain.session.Chains.Part;
import dev.segue.domain.session.ListenerMemory.CurrentSession;
import dev.segue.domain.timeline.Activity;
import dev.segue.domain.timeline.Timeline;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;

/** After a stretch of time was cut into sessions anew, finds which session succeeds which, and which really changed. */
final class SessionReconciler {

    private final List<CurrentSession> old;
    private final List<Part> parts;
    private final Touched touched;
    private final Timeline timeline;

    /**
     * The input.
     *
     * @param old the former sessions in the stretch, whole chains only
     * @param parts the current ones
     * @param touched the activities that were added and removed
     * @param timeline as it is now
     */
    SessionReconciler(List<CurrentSession> old, List<Part> parts, Touched touched, Timeline timeline) {
        this.old = old;
        this.parts = parts;
        this.touched = touched;
        this.timeline = timeline;
    }

    /**
     * What an arriving event did to the timeline.
     *
     * @param come the activities that were added: its own, and those of broken plays that it changed
     * @param gone the activities that were removed, of broken plays that it changed
     */
    record Touched(Collection<Activity> come, Collection<Activity> gone) {}

    /** The result. */
    record Result(List<Successor> successors, List<CurrentSession> vanished) {}

    /**
     * A current session.
     *
     * @param same the former session with the same start, or null
     * @param changed whether its events, bounds or position in the chain have changed
     * @param forebears the former sessions with other starts from which it took over activities; empty when {@code
     *     same} is not null
     */
    record Successor(Part part, CurrentSession same, boolean changed, List<CurrentSession> forebears) {}

    Result reconciled() {
        List<Successor> successors = new ArrayList<>(parts.size());
        List<CurrentSession> vanished = new ArrayList<>(old);
        for (Part part : parts) {
            int index = indexOfSame(part);
            if (index >= 0) {
                CurrentSession same = old.get(index);
                vanished.remove(same);
                boolean changed = same.part() != part.number()
                        || same.endedAt() != part.endedAt()
                        || isChanged(part, oldBefore(index));
                successors.add(new Successor(part, same, changed, List.of()));
            } else {
                successors.add(new Successor(part, null, true, forebearsOf(part)));
            }
        }
        return new Result(successors, vanished);
    }

    private List<CurrentSession> forebearsOf(Part part) {
        List<CurrentSession> forebears = new ArrayList<>();
        for (int i = 0; i < old.size(); i++) {
            if (gaveTo(part, i)) {
                forebears.add(old.get(i));
            }
        }
        return forebears;
    }

    private boolean gaveTo(Part part, int index) {
        long start = old.get(index).startedAt();
        boolean beganThere = start >= part.startedAt() && start < part.before();
        long before = oldBefore(index);
        return beganThere
                || anyIn(Math.max(start, part.startedAt()), Math.min(before, part.before()), this::wasThere)
                || anyMoved(start, before, part);
    }

    /** Whether an event between {@code from} and {@code before} has moved into the part. */
    private boolean anyMoved(long from, long before, Part part) {
        return touched.gone().stream()
                .filter(gone -> gone.owner() && isIn(from, before, gone))
                .anyMatch(gone -> touched.come().stream()
                        .filter(come -> come.owner() && come.fingerprint() == gone.fingerprint())
                        .anyMatch(come -> isIn(part.startedAt(), part.before(), come)));
    }

    /** Whether the part's events have changed. Pieces that do not own their event only affect its bounds. */
    private boolean isChanged(Part part, long oldBefore) {
        boolean came = touched.come().stream()
                .anyMatch(activity -> activity.owner() && isIn(part.startedAt(), part.before(), activity));
        boolean went = touched.gone().stream()
                .anyMatch(activity -> activity.owner() && isIn(part.startedAt(), oldBefore, activity));
        return came
                || went
                || anyIn(
                        Math.min(oldBefore, part.before()),
                        Math.max(oldBefore, part.before()),
                        activity -> activity.owner() && wasThere(activity));
    }

    private boolean wasThere(Activity activity) {
        return !touched.come().contains(activity);
    }

    private static boolean isIn(long from, long before, Activity activity) {
        return activity.from() >= from && activity.from() < before;
    }

    private int indexOfSame(Part part) {
        for (int i = 0; i < old.size(); i++) {
            if (old.get(i).startedAt() == part.startedAt()) {
                return i;
            }
        }
        return -1;
    }

    /** Where the activities of a former session ended and those of the next began. */
    private long oldBefore(int index) {
        if (index + 1 < old.size() && old.get(index + 1).part() > 0) {
            return old.get(index + 1).startedAt();
        }
        long end = old.get(index).endedAt();
        for (int i = index; i > 0 && old.get(i).part() > 0; i--) {
            end = Math.max(end, old.get(i - 1).endedAt());
        }
        return end + 1;
    }

    private boolean anyIn(long from, long before, Predicate<Activity> wanted) {
        boolean[] found = {false};
        if (from < before) {
            timeline.forEach(from, before, activity -> found[0] |= wanted.test(activity));
        }
        return found[0];
    }
}
