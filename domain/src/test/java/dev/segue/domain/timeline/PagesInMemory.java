package dev.segue.domain.timeline;

import java.util.HashMap;
import java.util.Map;

/** Pages in a map; counts accesses. */
public final class PagesInMemory implements ActivityPages {

    private final Map<Long, Page> pages = new HashMap<>();
    private int accesses;

    @Override
    public Page get(long number) {
        accesses++;
        return pages.get(number);
    }

    @Override
    public void put(long number, Page page) {
        accesses++;
        pages.put(number, page);
    }

    @Override
    public void remove(long number) {
        accesses++;
        pages.remove(number);
    }

    /** The stored pages by number; not a copy. Reading them counts as no access. */
    public Map<Long, Page> stored() {
        return pages;
    }

    /** How often a page was read, written or removed since {@link #resetAccesses}. */
    public int accesses() {
        return accesses;
    }

    public void resetAccesses() {
        accesses = 0;
    }
}
