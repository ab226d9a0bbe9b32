package dev.segue.domain.session;

import dev.segue.domain.session.ListenerMemory.Standing;
import dev.segue.domain.session.ListenerSessions.Part;
import java.util.ArrayList;
import java.util.List;

/** Finds, after a stretch of time was cut into sessions anew, which session succeeds which, and which really changed. */
final class Succession {

    private final List<Standing> old;
    private final List<Part> parts;
    private final List<Activity> touched;
    private final Timeline timeline;

    /**
     * The question.
     *
     * @param old what stood in the stretch, whole chains only
     * @param parts what stands there now
     * @param touched the activities that came or went
     */
    Succession(List<Standing> old, List<Part> parts, List<Activity> touched, Timeline timeline) {
        this.old = old;
        this.parts = parts;
        this.touched = touched;
        this.timeline = timeline;
    }

    /** The answer. */
    record Result(List<Successor> successors, List<Standing> vanished) {}

    /**
     * A session that stands now.
     *
     * @param same the session of the same start that stood before, or null
     * @param changed whether other activities belong to it than before, or its place in the chain is another
     * @param hasForebears whether it took activities over from sessions with other starts
     * @param madeOfClosed whether it has forebears and all of them closed once
     */
    record Successor(Part part, Standing same, boolean changed, boolean hasForebears, boolean madeOfClosed) {}

    Result reconciled() {
        List<Successor> successors = new ArrayList<>(parts.size());
        List<Standing> vanished = new ArrayList<>(old);
        for (Part part : parts) {
            int index = indexOfSame(part);
            if (index >= 0) {
                Standing same = old.get(index);
                vanished.remove(same);
                boolean changed = same.part() != part.number() || isChanged(part, oldBefore(index));
                successors.add(new Successor(part, same, changed, false, false));
            } else {
                successors.add(withForebears(part));
            }
        }
        return new Result(successors, vanished);
    }

    private Successor withForebears(Part part) {
        boolean any = false;
        boolean allClosed = true;
        for (int i = 0; i < old.size(); i++) {
            if (gaveTo(part, i)) {
                any = true;
                allClosed &= old.get(i).closedOnce();
            }
        }
        return new Successor(part, null, true, any, any && allClosed);
    }

    private boolean gaveTo(Part part, int index) {
        long start = old.get(index).startedAt();
        boolean beganThere = start >= part.startedAt() && start < part.before();
        long before = oldBefore(index);
        return beganThere
                || anyUntouched(Math.max(start, part.startedAt()), Math.min(before, part.before()))
                || anyMoved(start, before, part);
    }

    /** Whether an event that belonged between {@code from} and {@code before} belongs to the part now, elsewhere. */
    private boolean anyMoved(long from, long before, Part part) {
        return touched.stream()
                .filter(gone -> gone.owner() && gone.from() >= from && gone.from() < before)
                .anyMatch(gone -> touched.stream()
                        .filter(come -> come.owner() && come.fingerprint() == gone.fingerprint() && !come.equals(gone))
                        .anyMatch(come -> come.from() >= part.startedAt() && come.from() < part.before()));
    }

    private boolean isChanged(Part part, long oldBefore) {
        long low = Math.min(oldBefore, part.before());
        long high = Math.max(oldBefore, part.before());
        for (Activity activity : touched) {
            if (activity.from() >= part.startedAt() && activity.from() < high) {
                boolean isThere = activity.from() < part.before();
                boolean wasThere = activity.from() < oldBefore;
                if (isThere || wasThere) {
                    return true;
                }
            }
        }
        return anyUntouched(low, high);
    }

    private int indexOfSame(Part part) {
        for (int i = 0; i < old.size(); i++) {
            if (old.get(i).startedAt() == part.startedAt()) {
                return i;
            }
        }
        return -1;
    }

    /** Where the activities of an old session ended and those of the next began. */
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

    private boolean anyUntouched(long from, long before) {
        if (from >= before) {
            return false;
        }
        boolean[] found = {false};
        timeline.forEach(from, before, activity -> found[0] |= !touched.contains(activity));
        return found[0];
    }
}
