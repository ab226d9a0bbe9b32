package dev.segue.benchmarks.comparison;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A batch that runs on the hour, takes what has arrived since the last run, and carries over sessions that may
 * continue: those that ended less than the gap ago. An emitted session never changes: later events open another one.
 */
final class HourlyBatches implements Sessionizer {

    private static final long HOUR_MS = Duration.ofHours(1).toMillis();

    @Override
    public String name() {
        return "hourly batches, open sessions carried over";
    }

    @Override
    public List<Answer> answersTo(List<Arrived> arrived) {
        List<Answer> answers = new ArrayList<>();
        Stretch.of(arrived).stream()
                .collect(groupingBy(
                        Stretch::listener,
                        groupingBy(stretch -> runAt(stretch.arrivedAt()), TreeMap::new, mapping(Chain::of, toList()))))
                .values()
                .forEach(byRun -> emitAll(byRun, answers));
        return answers;
    }

    private static void emitAll(SortedMap<Long, List<Chain>> byRun, List<Answer> answers) {
        List<Chain> open = new ArrayList<>();
        long before = Long.MIN_VALUE;
        for (var each : byRun.entrySet()) {
            emitClosed(open, before, each.getKey() - 1, answers);
            open.addAll(each.getValue());
            open = new ArrayList<>(Chain.joined(open));
            before = each.getKey();
        }
        emitClosed(open, before, Long.MAX_VALUE, answers);
    }

    /** Emits closed sessions, in the runs from {@code first} to {@code last}. */
    private static void emitClosed(List<Chain> open, long first, long last, List<Answer> answers) {
        for (Iterator<Chain> each = open.iterator(); each.hasNext(); ) {
            Chain chain = each.next();
            long run = Math.max(first, runAt(chain.to() + Stretch.GAP_MS + 1));
            if (run <= last) {
                answers.add(chain.emittedAt(run));
                each.remove();
            }
        }
    }

    /** The first run at or after that time. */
    private static long runAt(long time) {
        return -Math.floorDiv(-time, HOUR_MS) * HOUR_MS;
    }
}
