package dev.segue.domain.timeline;

import dev.segue.domain.timeline.ActivityPages.ActivityKey;
import dev.segue.domain.timeline.ActivityPages.Branch;
import dev.segue.domain.timeline.ActivityPages.Child;
import dev.segue.domain.timeline.ActivityPages.Leaf;
import dev.segue.domain.timeline.ActivityPages.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * All activities of one listener that can still matter, in order: a B+ tree over pages that the shell stores.
 *
 * <p>Adding, finding or removing an activity reads and writes as many pages as the tree is high, and a page has a
 * bounded number of entries. So the cost is logarithmic in the number of activities, whatever stores the pages. Each
 * branch knows the latest end below it, so the latest end in any interval is found at the same cost.
 */
public final class Timeline {

    private static final int MOST_ACTIVITIES = 32;
    private static final int MOST_CHILDREN = 64;

    private static final long NO_PAGE = 0;
    private static final long NO_TIME = Long.MIN_VALUE;

    private final ActivityPages pages;
    private long root;
    private long lastPage;

    /**
     * Opens a timeline.
     *
     * @param root number of its topmost page; 0 when it is empty
     * @param lastPage the highest page number used so far
     */
    public Timeline(ActivityPages pages, long root, long lastPage) {
        this.pages = pages;
        this.root = root;
        this.lastPage = lastPage;
    }

    public long root() {
        return root;
    }

    public long lastPage() {
        return lastPage;
    }

    public boolean isEmpty() {
        return root == NO_PAGE;
    }

    /** Whether the activity is there. */
    public boolean contains(Activity activity) {
        ActivityKey key = ActivityKey.of(activity);
        long number = root;
        while (number != NO_PAGE) {
            Page page = pages.get(number);
            if (page instanceof Leaf leaf) {
                return isAt(leaf, placeOf(leaf, key), key);
            }
            Branch branch = (Branch) page;
            number = branch.children().get(childFor(branch, key)).page();
        }
        return false;
    }

    /** Adds an activity; returns false and changes nothing when it is already present. */
    public boolean add(Activity activity) {
        ActivityKey key = ActivityKey.of(activity);
        if (root == NO_PAGE) {
            root = newPage(pages.leafOf(List.of(activity)));
            return true;
        }
        Added added = add(root, activity, key);
        if (added.sibling != null) {
            Child old = describe(root, pages.get(root));
            root = newPage(new Branch(new ArrayList<>(List.of(old, added.sibling))));
        }
        return added.happened;
    }

    /** Removes an activity, which must be present. */
    public void remove(Activity activity) {
        if (!remove(root, ActivityKey.of(activity))) {
            pages.remove(root);
            root = NO_PAGE;
        }
        lowerRoot();
    }

    /** The first activity that begins after {@code time}; null when there is none. */
    public Activity firstAfter(long time) {
        return root == NO_PAGE ? null : firstAfter(root, time);
    }

    /** The latest end among the activities that begin in {@code [from, before)}; there must be one. */
    public long latestEnd(long from, long before) {
        return latestEnd(root, NO_TIME, from, before);
    }

    /** Passes the activities that begin in {@code [from, before)} to the visitor, in order. */
    public void forEach(long from, long before, Consumer<Activity> visitor) {
        if (root != NO_PAGE) {
            forEach(root, from, before, visitor);
        }
    }

    /** Removes the activities that begin before {@code time}, and passes each to the visitor. */
    public void dropBefore(long time, Consumer<Activity> visitor) {
        if (root != NO_PAGE && !dropBefore(root, time, visitor)) {
            pages.remove(root);
            root = NO_PAGE;
        }
        lowerRoot();
    }

    /**
     * The result of adding below a page.
     *
     * @param happened false when the activity was already present
     * @param sibling the new page beside it when it had to be split, else null
     */
    private record Added(boolean happened, Child sibling) {
        static final Added NOTHING = new Added(false, null);
        static final Added IN_PLACE = new Added(true, null);
    }

    private Added add(long number, Activity activity, ActivityKey key) {
        Page page = pages.get(number);
        Page right;
        if (page instanceof Leaf leaf) {
            int place = placeOf(leaf, key);
            if (isAt(leaf, place, key)) {
                return Added.NOTHING;
            }
            leaf.activities().add(place, activity);
            right = leaf.activities().size() > MOST_ACTIVITIES ? moveRightHalf(leaf.activities(), pages::leafOf) : null;
        } else {
            Branch branch = (Branch) page;
            if (!addTo(branch, activity, key)) {
                return Added.NOTHING;
            }
            right = branch.children().size() > MOST_CHILDREN ? moveRightHalf(branch.children(), Branch::new) : null;
        }
        pages.put(number, page);
        return right == null ? Added.IN_PLACE : new Added(true, describe(newPage(right), right));
    }

    private boolean addTo(Branch branch, Activity activity, ActivityKey key) {
        List<Child> children = branch.children();
        int index = childFor(branch, key);
        Child child = children.get(index);
        Added added = add(child.page(), activity, key);
        if (added.sibling != null) {
            children.set(index, describe(child.page(), pages.get(child.page())));
            children.add(index + 1, added.sibling);
        } else if (added.happened) {
            ActivityKey first = key.compareTo(child.first()) < 0 ? key : child.first();
            children.set(index, new Child(child.page(), first, Math.max(child.latest(), activity.to())));
        }
        return added.happened;
    }

    /** Removes below a page; false when nothing is left there. */
    private boolean remove(long number, ActivityKey key) {
        Page page = pages.get(number);
        boolean left;
        if (page instanceof Leaf leaf) {
            leaf.activities().remove(placeOf(leaf, key));
            left = !leaf.activities().isEmpty();
        } else {
            List<Child> children = ((Branch) page).children();
            int index = childFor((Branch) page, key);
            long below = children.get(index).page();
            if (remove(below, key)) {
                children.set(index, describe(below, pages.get(below)));
            } else {
                pages.remove(below);
                children.remove(index);
            }
            left = !children.isEmpty();
        }
        if (left) {
            pages.put(number, page);
        }
        return left;
    }

    /** Drops what begins before a time below a page; false when nothing is left there. */
    private boolean dropBefore(long number, long time, Consumer<Activity> visitor) {
        Page page = pages.get(number);
        if (page instanceof Leaf leaf) {
            List<Activity> activities = leaf.activities();
            int gone = 0;
            while (gone < activities.size() && activities.get(gone).from() < time) {
                visitor.accept(activities.get(gone));
                gone++;
            }
            activities.subList(0, gone).clear();
            if (gone > 0 && !activities.isEmpty()) {
                pages.put(number, page);
            }
            return !activities.isEmpty();
        }
        List<Child> children = ((Branch) page).children();
        boolean changed = false;
        while (!children.isEmpty() && children.get(0).first().from() < time) {
            long below = children.get(0).page();
            changed = true;
            if (dropBefore(below, time, visitor)) {
                children.set(0, describe(below, pages.get(below)));
                break;
            }
            pages.remove(below);
            children.remove(0);
        }
        if (changed && !children.isEmpty()) {
            pages.put(number, page);
        }
        return !children.isEmpty();
    }

    private void lowerRoot() {
        while (root != NO_PAGE
                && pages.get(root) instanceof Branch branch
                && branch.children().size() == 1) {
            pages.remove(root);
            root = branch.children().get(0).page();
        }
    }

    private Activity firstAfter(long number, long time) {
        Page page = pages.get(number);
        if (page instanceof Leaf leaf) {
            for (Activity activity : leaf.activities()) {
                if (activity.from() > time) {
                    return activity;
                }
            }
            return null;
        }
        List<Child> children = ((Branch) page).children();
        int index = 0;
        while (index + 1 < children.size() && children.get(index + 1).first().from() <= time) {
            index++;
        }
        for (; index < children.size(); index++) {
            Activity found = firstAfter(children.get(index).page(), time);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private long latestEnd(long number, long soFar, long from, long before) {
        long latest = soFar;
        Page page = pages.get(number);
        if (page instanceof Leaf leaf) {
            for (Activity activity : leaf.activities()) {
                if (activity.from() >= from && activity.from() < before) {
                    latest = Math.max(latest, activity.to());
                }
            }
            return latest;
        }
        List<Child> children = ((Branch) page).children();
        for (int i = 0; i < children.size(); i++) {
            Child child = children.get(i);
            boolean nextBeginsIn =
                    i + 1 < children.size() && children.get(i + 1).first().from() < from;
            if (nextBeginsIn || child.latest() <= latest) {
                continue;
            }
            if (child.first().from() >= before) {
                break;
            }
            boolean wholly = child.first().from() >= from
                    && i + 1 < children.size()
                    && children.get(i + 1).first().from() < before;
            latest = wholly ? Math.max(latest, child.latest()) : latestEnd(child.page(), latest, from, before);
        }
        return latest;
    }

    private void forEach(long number, long from, long before, Consumer<Activity> visitor) {
        Page page = pages.get(number);
        if (page instanceof Leaf leaf) {
            List<Activity> activities = leaf.activities();
            for (int i = firstFrom(activities, from); i < activities.size(); i++) {
                Activity activity = activities.get(i);
                if (activity.from() >= before) {
                    return;
                }
                visitor.accept(activity);
            }
            return;
        }
        List<Child> children = ((Branch) page).children();
        for (int i = 0; i < children.size() && children.get(i).first().from() < before; i++) {
            boolean endsBefore =
                    i + 1 < children.size() && children.get(i + 1).first().from() < from;
            if (!endsBefore) {
                forEach(children.get(i).page(), from, before, visitor);
            }
        }
    }

    private long newPage(Page page) {
        lastPage++;
        pages.put(lastPage, page);
        return lastPage;
    }

    private static Child describe(long number, Page page) {
        if (page instanceof Leaf leaf) {
            long latest = NO_TIME;
            for (Activity activity : leaf.activities()) {
                latest = Math.max(latest, activity.to());
            }
            return new Child(number, ActivityKey.of(leaf.activities().get(0)), latest);
        }
        List<Child> children = ((Branch) page).children();
        long latest = NO_TIME;
        for (Child child : children) {
            latest = Math.max(latest, child.latest());
        }
        return new Child(number, children.get(0).first(), latest);
    }

    private static <T> Page moveRightHalf(List<T> full, Function<List<T>, Page> newPage) {
        List<T> tail = full.subList(full.size() / 2, full.size());
        Page right = newPage.apply(tail);
        tail.clear();
        return right;
    }

    /** The index at which {@code key} is or would be in the leaf. */
    private static int placeOf(Leaf leaf, ActivityKey key) {
        List<Activity> activities = leaf.activities();
        int low = 0;
        int high = activities.size();
        if (high > 0 && key.compareTo(activities.get(high - 1)) > 0) {
            // The usual case: events arrive in order.
            return high;
        }
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (key.compareTo(activities.get(middle)) > 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Index of the first activity that does not begin before {@code time}. */
    private static int firstFrom(List<Activity> activities, long time) {
        int low = 0;
        int high = activities.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (activities.get(middle).from() < time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static boolean isAt(Leaf leaf, int place, ActivityKey key) {
        return place < leaf.activities().size()
                && key.compareTo(leaf.activities().get(place)) == 0;
    }

    /** Index of the child below which {@code key} is or would be. */
    private static int childFor(Branch branch, ActivityKey key) {
        List<Child> children = branch.children();
        int low = 0;
        int high = children.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (children.get(middle).first().compareTo(key) <= 0) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }
}
