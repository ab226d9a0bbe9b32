package dev.segue.benchmarks.incidents;

import dev.segue.benchmarks.incidents.crowd.Crowd;
import dev.segue.benchmarks.incidents.crowd.Disturbance;
import dev.segue.benchmarks.incidents.crowd.Disturbance.Touched;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * One incident for every crowd: every size occurs equally often in every length, at any hour of the first watched week.
 */
final class Staged {

    /** Halvings are three times as frequent, because a target is about them. */
    private static final double[] OF_SESSIONS = {-0.2, -0.35, -0.5, -0.5, -0.5, -0.8, -1, 0.5};

    private static final double[] OF_SONGS = {-0.2, -0.35, -0.5};
    private static final int[] LENGTHS = {1, 3, 12, 72};
    private static final double DECAY = -0.6;
    private static final int DECAY_HOURS = 72;
    private static final int DAYS = 7;
    private static final int HOURS = 24;

    private record Kind(Touched touched, double effect, int hours, boolean slow) {}

    private Staged() {}

    /** Fewer sessions, more sessions, or a slow decay. */
    static List<Disturbance> ofSessions(List<Crowd> crowds, LocalDate week, long seed) {
        List<Kind> kinds = everyLength(Touched.SESSIONS, OF_SESSIONS);
        kinds.add(new Kind(Touched.SESSIONS, DECAY, DECAY_HOURS, true));
        return stage(kinds, crowds, week, new Random(~seed));
    }

    /** Shorter runs. */
    static List<Disturbance> ofSongs(List<Crowd> crowds, LocalDate week, long seed) {
        return stage(everyLength(Touched.SONGS_PER_RUN, OF_SONGS), crowds, week, new Random(~seed));
    }

    private static List<Kind> everyLength(Touched touched, double... effects) {
        List<Kind> kinds = new ArrayList<>();
        for (double effect : effects) {
            for (int hours : LENGTHS) {
                kinds.add(new Kind(touched, effect, hours, false));
            }
        }
        return kinds;
    }

    private static List<Disturbance> stage(List<Kind> kinds, List<Crowd> crowds, LocalDate week, Random random) {
        List<Kind> shuffled = new ArrayList<>();
        while (shuffled.size() < crowds.size()) {
            shuffled.addAll(kinds);
        }
        Collections.shuffle(shuffled, random);
        List<Disturbance> staged = new ArrayList<>();
        for (int i = 0; i < crowds.size(); i++) {
            Kind kind = shuffled.get(i);
            Instant start = week.plusDays(random.nextInt(DAYS))
                    .atTime(random.nextInt(HOURS), 0)
                    .atZone(crowds.get(i).country().zone())
                    .toInstant();
            staged.add(
                    new Disturbance(kind.touched(), start, Duration.ofHours(kind.hours()), kind.effect(), kind.slow()));
        }
        return staged;
    }
}
