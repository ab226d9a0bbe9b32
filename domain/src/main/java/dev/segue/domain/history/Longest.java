package dev.segue.domain.history;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/** The few longest of many; of equally long ones, the first added. */
final class Longest<T> {

    private final ToLongFunction<T> length;
    private final List<T> longest = new ArrayList<>();

    Longest(ToLongFunction<T> length) {
        this.length = length;
    }

    void add(T one) {
        int place = longest.size();
        while (place > 0 && length.applyAsLong(longest.get(place - 1)) < length.applyAsLong(one)) {
            place--;
        }
        longest.add(place, one);
        if (longest.size() > HistoryWalk.LONGEST_LISTED) {
            longest.remove(HistoryWalk.LONGEST_LISTED);
        }
    }

    /** The longest first. */
    List<T> inOrder() {
        return List.copyOf(longest);
    }
}
