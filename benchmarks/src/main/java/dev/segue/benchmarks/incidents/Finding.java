package dev.segue.benchmarks.incidents;

import java.util.List;

/**
 * What became of one staged incident.
 *
 * @param watched whether its first hour has as many sessions as are asked for
 * @param evaluations from its start until it was told, or -1 when it never was
 * @param hours the same in hours
 */
record Finding(Disturbance staged, boolean watched, int evaluations, double hours) {

    private static final double HOUR_MS = 3_600_000;

    static Finding of(Disturbance staged, List<Hour> hours, List<Long> agesMs, int least, List<Detected> told) {
        Detected first =
                told.stream().filter(each -> each.finds(staged)).findFirst().orElse(null);
        List<Hour> touched =
                hours.stream().filter(hour -> hour.endsAt() > staged.startsAt()).toList();
        boolean watched = touched.get(0).usual() >= least;
        if (first == null) {
            return new Finding(staged, watched, -1, -1);
        }
        int evaluations = (int) touched.stream()
                .flatMap(hour -> agesMs.stream().map(age -> hour.endsAt() + age))
                .filter(at -> at <= first.openedAt())
                .count();
        return new Finding(staged, watched, evaluations, (first.openedAt() - staged.startsAt()) / HOUR_MS);
    }

    boolean found() {
        return evaluations >= 0;
    }

    boolean foundWithin(int most) {
        return found() && evaluations <= most;
    }
}
