package dev.segue.domain.kpi;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How often values occurred, in fixed buckets that grow with the value. Unlike in a sketch, what was counted can be taken
 * back.
 *
 * @param counts how many values, by the largest value of their bucket; empty buckets are absent
 */
public record Distribution(SortedMap<Integer, Integer> counts) {

    public static final Distribution EMPTY = new Distribution(Collections.emptySortedMap());

    public Distribution {
        counts = Collections.unmodifiableSortedMap(new TreeMap<>(counts));
    }
}
