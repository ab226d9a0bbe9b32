package dev.segue.benchmarks.comparison;

import static java.util.stream.Collectors.groupingBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A micro-batch every minute that treats the time of arrival as the time of the event: arrivals from one listener
 * without a pause longer than the gap are one session. Its start and end are those of the events.
 */
final class MicroBatches implements Sessionizer {

    private static final long MINUTE_MS = Duration.ofMinutes(1).toMillis();

    @Override
    public String name() {
        return "micro-batches, by time of arrival";
    }

    @Override
    public List<Answer> answersTo(List<Arrived> arrived) {
        List<Answer> answers = new ArrayList<>();
        Stretch.of(arrived).stream()
                .filter(stretch -> !stretch.ofPause())
                .collect(groupingBy(Stretch::listener))
                .values()
                .forEach(stretches -> emitAll(stretches, answers));
        return answers;
    }

    private static void emitAll(List<Stretch> stretches, List<Answer> answers) {
        int begin = 0;
        for (int i = 1; i <= stretches.size(); i++) {
            long lastAt = stretches.get(i - 1).arrivedAt();
            if (i == stretches.size() || stretches.get(i).arrivedAt() - lastAt > Stretch.GAP_MS) {
                Chain session = Chain.asOne(
                        stretches.subList(begin, i).stream().map(Chain::of).toList());
                answers.add(session.emittedAt(batchAt(lastAt + Stretch.GAP_MS + 1)));
                begin = i;
            }
        }
    }

    private static long batchAt(long time) {
        return -Math.floorDiv(-time, MINUTE_MS) * MINUTE_MS;
    }
}
