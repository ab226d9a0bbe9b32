package dev.segue.adapters.files.history;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Numbers the distinct circumstances, from 1: a listener has few devices and habits, so millions of plays share a few
 * hundred. Thread-safe.
 */
final class Dictionary {

    private final Map<Circumstances, Integer> numbers = new HashMap<>();
    private final List<Circumstances> all = new ArrayList<>();

    synchronized int numberOf(Circumstances circumstances) {
        Integer known = numbers.putIfAbsent(circumstances, all.size() + 1);
        if (known != null) {
            return known;
        }
        all.add(circumstances);
        return all.size();
    }

    synchronized Circumstances get(int number) {
        return all.get(number - 1);
    }

    /** The number of both merged. */
    synchronized int both(int one, int other) {
        return one == other ? one : numberOf(get(one).and(get(other)));
    }
}
