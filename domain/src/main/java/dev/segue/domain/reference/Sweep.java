package dev.segue.domain.reference;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Sweeps over the starts and ends of intervals, and counts how many cover each point. */
final class Sweep {

    private Sweep() {}

    /** Length of the union of the intervals. */
    static long covered(Collection<Stretch> stretches) {
        long covered = 0;
        long previous = 0;
        int going = 0;
        for (var point : steps(stretches).entrySet()) {
            if (going > 0) {
                covered += point.getKey() - previous;
            }
            previous = point.getKey();
            going += point.getValue();
        }
        return covered;
    }

    /** The maximal sub-intervals of {@code within} that no interval covers, in order; none is an instant. */
    static List<Stretch> uncovered(Stretch within, Collection<Stretch> stretches) {
        List<Stretch> inside = stretches.stream()
                .filter(stretch -> stretch.from() < within.to() && stretch.to() > within.from())
                .map(stretch ->
                        new Stretch(Math.max(stretch.from(), within.from()), Math.min(stretch.to(), within.to())))
                .filter(stretch -> stretch.length() > 0)
                .toList();
        List<Stretch> uncovered = new ArrayList<>();
        int going = 0;
        long freeSince = within.from();
        for (var point : steps(inside).entrySet()) {
            if (going == 0 && point.getKey() > freeSince) {
                uncovered.add(new Stretch(freeSince, point.getKey()));
            }
            going += point.getValue();
            freeSince = point.getKey();
        }
        if (within.to() > freeSince) {
            uncovered.add(new Stretch(freeSince, within.to()));
        }
        return uncovered;
    }

    private static NavigableMap<Long, Integer> steps(Collection<Stretch> stretches) {
        NavigableMap<Long, Integer> steps = new TreeMap<>();
        for (Stretch stretch : stretches) {
            steps.merge(stretch.from(), 1, Integer::sum);
            steps.merge(stretch.to(), -1, Integer::sum);
        }
        return steps;
    }
}
