package dev.segue.benchmarks.incidents.crowd;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * One local hour of a crowd, as it is known at each age.
 *
 * @param number {@link dev.segue.domain.alert.baseline.LocalHour}
 * @param endsAt in epoch milliseconds
 * @param usual sessions expected from rhythm and trend alone
 * @param likely sessions expected when also this day's factor and the drift up to this hour are known; without
 *     incidents
 * @param known by age
 * @param twice whether the hour occurred twice, as when clocks are set back
 */
public record Hour(long number, long endsAt, double usual, double likely, List<Known> known, boolean twice) {

    /**
     * What is known of the hour at one age.
     *
     * @param sessions also the number of runs
     * @param listenedMs listened time, in milliseconds
     * @param songs number of songs in these runs
     */
    public record Known(int sessions, double listenedMs, double songs) {

        private Known plus(Known other) {
            return new Known(sessions + other.sessions, listenedMs + other.listenedMs, songs + other.songs);
        }
    }

    public Hour {
        known = List.copyOf(known);
    }

    public static Hour of(long number, Instant ends, double usual, double likely, List<Known> known) {
        return new Hour(number, ends.toEpochMilli(), usual, likely, known, false);
    }

    public Known at(int age) {
        return known.get(age);
    }

    /** The final values. */
    public Known settled() {
        return at(known.size() - 1);
    }

    /** This hour and the second one of the same name, together. */
    Hour plus(Hour second) {
        List<Known> both = new ArrayList<>();
        for (int age = 0; age < known.size(); age++) {
            both.add(at(age).plus(second.at(age)));
        }
        return new Hour(number, second.endsAt, usual, likely + second.likely, both, true);
    }
}
