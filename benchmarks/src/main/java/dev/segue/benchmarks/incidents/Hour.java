package dev.segue.benchmarks.incidents;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * One local hour of a crowd, as it is known at each age.
 *
 * @param number {@link dev.segue.domain.alert.LocalHour}
 * @param endsAt in epoch milliseconds
 * @param usual how many sessions are expected by rhythm and trend alone
 * @param likely how many are expected when one knows besides what the day, and the drift up to this hour, are like; without
 *     incidents
 * @param known by age
 * @param twice whether it happened twice, as when clocks are set back
 */
record Hour(long number, long endsAt, double usual, double likely, List<Known> known, boolean twice) {

    /**
     * What is known of it at one age.
     *
     * @param sessions also as many runs
     * @param songs in these runs
     */
    record Known(int sessions, double listenedMs, double songs) {

        private Known plus(Known other) {
            return new Known(sessions + other.sessions, listenedMs + other.listenedMs, songs + other.songs);
        }
    }

    Hour {
        known = List.copyOf(known);
    }

    static Hour of(long number, Instant ends, double usual, double likely, List<Known> known) {
        return new Hour(number, ends.toEpochMilli(), usual, likely, known, false);
    }

    Known at(int age) {
        return known.get(age);
    }

    /** What it came to. */
    Known settled() {
        return at(known.size() - 1);
    }

    /** Both hours of that name. */
    Hour plus(Hour second) {
        List<Known> both = new ArrayList<>();
        for (int age = 0; age < known.size(); age++) {
            both.add(at(age).plus(second.at(age)));
        }
        return new Hour(number, second.endsAt, usual, likely + second.likely, both, true);
    }
}
