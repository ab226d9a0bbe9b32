package dev.segue.benchmarks.scale;

import java.util.Arrays;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;

/** What each key group of a job gets, and so each subtask: Flink's own assignment of keys. */
final class KeyGroupLoads {

    private final long[] listeners;
    private final long[] events;

    /**
     * Nothing so far.
     *
     * @param keyGroups the job's maximum parallelism
     */
    KeyGroupLoads(int keyGroups) {
        listeners = new long[keyGroups];
        events = new long[keyGroups];
    }

    /** Adds a listener, and how many events they send in a day. */
    void add(String listener, long eventsADay) {
        int group = KeyGroupRangeAssignment.assignToKeyGroup(listener, listeners.length);
        listeners[group]++;
        events[group] += eventsADay;
    }

    /** These, and one listener more. */
    KeyGroupLoads with(String listener, long eventsADay) {
        KeyGroupLoads more = new KeyGroupLoads(listeners.length);
        System.arraycopy(listeners, 0, more.listeners, 0, listeners.length);
        System.arraycopy(events, 0, more.events, 0, events.length);
        more.add(listener, eventsADay);
        return more;
    }

    /**
     * How the load of one subtask compares with that of a subtask on average.
     *
     * @param fewestKeyGroups of a subtask
     * @param mostKeyGroups of a subtask
     * @param listeners of the subtask that has most of them, as a multiple of the mean
     * @param events of the subtask that gets most of them, as a multiple of the mean
     */
    record Busiest(int fewestKeyGroups, int mostKeyGroups, double listeners, double events) {}

    /**
     * The busiest subtasks.
     *
     * @param parallelism at most the number of key groups
     */
    Busiest at(int parallelism) {
        int[] groups = new int[parallelism];
        long[] ofListeners = new long[parallelism];
        long[] ofEvents = new long[parallelism];
        for (int group = 0; group < listeners.length; group++) {
            int subtask = KeyGroupRangeAssignment.computeOperatorIndexForKeyGroup(listeners.length, parallelism, group);
            groups[subtask]++;
            ofListeners[subtask] += listeners[group];
            ofEvents[subtask] += events[group];
        }
        return new Busiest(
                Arrays.stream(groups).min().orElseThrow(),
                Arrays.stream(groups).max().orElseThrow(),
                mostOverMean(ofListeners),
                mostOverMean(ofEvents));
    }

    private static double mostOverMean(long[] loads) {
        return Arrays.stream(loads).max().orElseThrow()
                / Arrays.stream(loads).average().orElseThrow();
    }
}
