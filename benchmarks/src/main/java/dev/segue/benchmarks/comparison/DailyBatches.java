package dev.segue.benchmarks.comparison;

import static java.util.stream.Collectors.groupingBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A batch that runs at 02:00 UTC, takes everything from previous days that it has not taken yet, and sessionizes each
 * day separately. Events that arrive after the run of their day become sessions of their own in the next run: nothing
 * is lost.
 */
final class DailyBatches implements Sessionizer {

    private static final long DAY_MS = Duration.ofDays(1).toMillis();
    private static final long AFTER_MIDNIGHT_MS = Duration.ofHours(2).toMillis();

    private record Batch(String listener, long day, long run) {

        static Batch of(Stretch stretch) {
            long day = Math.floorDiv(stretch.to(), DAY_MS);
            return new Batch(stretch.listener(), day, Math.max(runOf(day), runAfter(stretch.arrivedAt())));
        }

        private static long runOf(long day) {
            return (day + 1) * DAY_MS + AFTER_MIDNIGHT_MS;
        }

        private static long runAfter(long time) {
            return -Math.floorDiv(AFTER_MIDNIGHT_MS - time, DAY_MS) * DAY_MS + AFTER_MIDNIGHT_MS;
        }
    }

    @Override
    public String name() {
        return "daily batch, cut at midnight";
    }

    @Override
    public List<Answer> answersTo(List<Arrived> arrived) {
        List<Answer> answers = new ArrayList<>();
        Stretch.of(arrived).stream().collect(groupingBy(Batch::of)).forEach((batch, stretches) -> {
            for (Chain chain : Chain.joined(stretches.stream().map(Chain::of).toList())) {
                answers.add(chain.emittedAt(batch.run()));
            }
        });
        return answers;
    }
}
