package dev.segue.benchmarks.incidents;

import dev.segue.benchmarks.incidents.crowd.Disturbance;
import dev.segue.benchmarks.incidents.crowd.Hour;
import java.util.List;

/**
 * The outcome of one simulated incident.
 *
 * @param usual sessions expected in its first hour from rhythm and trend alone
 * @param evaluations from its start until it was emitted, or -1 if it never was
 * @param hours the same in hours
 * @param result number of incidents emitted in its series
 * @param right how many of them are this one
 */
record Finding(Disturbance staged, double usual, int evaluations, double hours, int result, int right) {

    /** The target, which may be reached before a second hour has ended. */
    static final int SOON = 2;

    private static final double HOUR_MS = 3_600_000;

    static Finding of(Disturbance staged, List<Hour> hours, List<Long> agesMs, List<Detected> result) {
        List<Detected> right =
                result.stream().filter(each -> each.finds(staged)).toList();
        List<Hour> touched =
                hours.stream().filter(hour -> hour.endsAt() > staged.startsAt()).toList();
        double usual = touched.get(0).usual();
        if (right.isEmpty()) {
            return new Finding(staged, usual, -1, -1, result.size(), 0);
        }
        Detected first = right.get(0);
        int evaluations = (int) touched.stream()
                .flatMap(hour -> agesMs.stream().map(age -> hour.endsAt() + age))
                .filter(at -> at <= first.openedAt())
                .count();
        return new Finding(
                staged,
                usual,
                evaluations,
                (first.openedAt() - staged.startsAt()) / HOUR_MS,
                result.size(),
                right.size());
    }

    boolean found() {
        return evaluations >= 0;
    }

    /** Within two evaluations. */
    boolean foundSoon() {
        return found() && evaluations <= SOON;
    }
}
