package dev.segue.domain.proof;

import java.util.EnumMap;
import java.util.Map;

/** Counts the situations that came up, from what happened and not from what was planned. */
public final class Coverage {

    private final Map<Situation, Integer> counts = new EnumMap<>(Situation.class);

    /** Nothing came up yet. */
    public Coverage() {
        for (Situation situation : Situation.values()) {
            counts.put(situation, 0);
        }
    }

    void saw(Situation situation) {
        saw(situation, 1);
    }

    void saw(Situation situation, int times) {
        counts.merge(situation, times, Integer::sum);
    }

    /** How often each came up, 0 included. */
    public Map<Situation, Integer> counts() {
        return Map.copyOf(counts);
    }

    /** Those that came up less than {@code least} times. */
    public Map<Situation, Integer> below(int least) {
        Map<Situation, Integer> rare = new EnumMap<>(counts);
        rare.values().removeIf(count -> count >= least);
        return rare;
    }

    @Override
    public String toString() {
        return counts.toString();
    }
}
