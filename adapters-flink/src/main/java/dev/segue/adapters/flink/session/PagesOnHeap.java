package dev.segue.adapters.flink.session;

import dev.segue.domain.timeline.Activity;
import dev.segue.domain.timeline.ActivityPages;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The pages of one listener on the heap, with activities packed as in state. For processing one listener at a time. */
final class PagesOnHeap implements ActivityPages {

    private final Map<Long, Page> pages = new HashMap<>();

    @Override
    public Page get(long number) {
        return pages.get(number);
    }

    @Override
    public void put(long number, Page page) {
        pages.put(number, PackedActivities.unread(page));
    }

    @Override
    public void remove(long number) {
        pages.remove(number);
    }

    @Override
    public Leaf leafOf(List<Activity> activities) {
        return new Leaf(PackedActivities.of(activities));
    }
}
