package dev.segue.benchmarks.incidents;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * One local hour of a crowd, as it is known at each age.
 *
 * @param number {@link dev.segue.domain.alert.LocalHour}
 * @param endsAt in epoch milliseconds
 * @param usual expected sessions, without noise and incidents
 * @param known by age
 * @param twice whether it happened twice, as when clocks are set back
 */
record Hour(long number, long endsAt, double usual, List<Known> known, boolean twice) {

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

    static Hour of(long number, Instant ends, double usual, List<Known> known) {
        return new Hour(number, ends.toEpochMilli(), usual, known, false);
    }

    Known at(int age) {
        return known.get(age);
    }

    /** Both hours of that name. */
    Hour plus(Hour second) {
        List<Known> both = new ArrayList<>();
        for (int age = 0; age < known.size(); age++) {
            both.add(at(age).plus(second.at(age)));
        }
        return new Hour(number, second.endsAt, usual, both, true);
    }
}
