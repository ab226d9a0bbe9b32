package dev.segue.domain.timeline;

import java.util.ArrayList;
import java.util.List;

/**
 * Stores the pages of one listener's {@link Timeline}, by number. A page that was read may be changed in place; it is
 * then always written back with {@link #put}.
 */
public interface ActivityPages {

    /** The page with this number, which exists. */
    Page get(long number);

    void put(long number, Page page);

    void remove(long number);

    /** A new leaf with these activities. The default stores them as they are; an implementation may pack them. */
    default Leaf leafOf(List<Activity> activities) {
        return new Leaf(new ArrayList<>(activities));
    }

    /** A node of the tree: a leaf with activities, or a branch with the pages below it. */
    sealed interface Page {}

    /**
     * Holds activities, in order.
     *
     * @param activities can be changed in place
     */
    record Leaf(List<Activity> activities) implements Page {}

    /** Holds the pages below, in order. */
    record Branch(List<Child> children) implements Page {
        public Branch {
            children = children instanceof ArrayList ? children : new ArrayList<>(children);
        }
    }

    /**
     * A page below a branch.
     *
     * @param page its number
     * @param first the key of the first activity below it
     * @param latest the latest end of all activities below it
     */
    record Child(long page, ActivityKey first, long latest) {}

    /** The sort key of activities. */
    record ActivityKey(long from, long to, String eventId, long fingerprint) implements Comparable<ActivityKey> {

        public static ActivityKey of(Activity activity) {
            return new ActivityKey(
                    activity.from(), activity.to(), activity.event().eventId(), activity.fingerprint());
        }

        /** Like {@link #compareTo}; reads the activity's event only when the times are equal. */
        int compareTo(Activity activity) {
            int byFrom = Long.compare(from, activity.from());
            if (byFrom != 0) {
                return byFrom;
            }
            int byTo = Long.compare(to, activity.to());
            return byTo != 0 ? byTo : compareTo(of(activity));
        }

        @Override
        public int compareTo(ActivityKey other) {
            int byFrom = Long.compare(from, other.from);
            if (byFrom != 0) {
                return byFrom;
            }
            int byTo = Long.compare(to, other.to);
            if (byTo != 0) {
                return byTo;
            }
            int byId = eventId.compareTo(other.eventId);
            return byId != 0 ? byId : Long.compare(fingerprint, other.fingerprint);
        }
    }
}
