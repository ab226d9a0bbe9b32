package dev.segue.domain.timeline;

import java.util.ArrayList;
import java.util.List;

/**
 * Keeps the pages of one listener's {@link Timeline}, each under a number. A page that is read may be changed in place;
 * it is then always written back with {@link #put}.
 */
public interface ActivityPages {

    /** The page of that number; it exists. */
    Page get(long number);

    void put(long number, Page page);

    void remove(long number);

    /** A new leaf that holds these activities as whoever keeps the pages keeps them: as they are, unless it packs them. */
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
     * @param first the first activity below it, without its event: a key only
     * @param latest the latest end of all activities below it
     */
    record Child(long page, ActivityKey first, long latest) {}

    /** What orders activities. */
    record ActivityKey(long from, long to, String eventId, long fingerprint) implements Comparable<ActivityKey> {

        public static ActivityKey of(Activity activity) {
            return new ActivityKey(
                    activity.from(), activity.to(), activity.event().eventId(), activity.fingerprint());
        }

        /** As {@link #compareTo}; looks into the activity's event only when its times do not decide. */
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
