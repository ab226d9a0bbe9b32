package dev.segue.benchmarks.incidents;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** One incident for every crowd: each size in each length equally often, at any hour of the first week that is watched. */
final class Staged {

    private static final double[] EFFECTS = {-0.2, -0.35, -0.5, -0.8, -1, 0.5};
    private static final int[] LENGTHS = {1, 3, 12, 72};
    private static final double DECAY = -0.6;
    private static final int DECAY_HOURS = 72;
    private static final int DAYS = 7;
    private static final int HOURS = 24;

    private record Kind(double effect, int hours, boolean slow) {}

    private Staged() {}

    static List<Disturbance> forAll(List<Crowd> crowds, LocalDate week, long seed) {
        Random random = new Random(~seed);
        List<Kind> kinds = new ArrayList<>();
        while (kinds.size() < crowds.size()) {
            for (double effect : EFFECTS) {
                for (int hours : LENGTHS) {
                    kinds.add(new Kind(effect, hours, false));
                }
            }
            kinds.add(new Kind(DECAY, DECAY_HOURS, true));
        }
        Collections.shuffle(kinds, random);
        List<Disturbance> staged = new ArrayList<>();
        for (int i = 0; i < crowds.size(); i++) {
            Kind kind = kinds.get(i);
            Instant start = week.plusDays(random.nextInt(DAYS))
                    .atTime(random.nextInt(HOURS), 0)
                    .atZone(crowds.get(i).country().zone())
                    .toInstant();
            staged.add(new Disturbance(start, Duration.ofHours(kind.hours()), kind.effect(), kind.slow()));
        }
        return staged;
    }
}
