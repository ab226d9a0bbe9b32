package dev.segue.domain.kpi.counting;

import java.util.Map;

/** Counts by name: how often each listener, or each zone, counts in a row. Names that count 0 times are absent. */
public interface Tally {

    /** 0 for a name that is absent. */
    int count(String name);

    /**
     * Sets the count of a name.
     *
     * @param count 0 takes the name out
     */
    void set(String name, int count);

    /** All names with their counts, in any order. */
    Iterable<Map.Entry<String, Integer>> all();

    /** Counts one name {@code more} times, and says how often it counts then. */
    default int add(String name, int more) {
        int count = count(name) + more;
        set(name, count);
        return count;
    }
}
