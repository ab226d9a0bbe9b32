package dev.segue.domain.proof;

import java.util.EnumMap;
import java.util.Map;

/** Counts the situations that occurred, from what actually happened rather than what was planned. */
public final class Coverage {

    private final Map<Situation, Integer> counts = new EnumMap<>(Situation.class);

    /** With all counts at 0. */
    public Coverage() {
        for (Situation situation : Situation.values()) {
            counts.put(situation, 0);
        }
    }

    void count(Situation situation) {
        count(situation, 1);
    }

    void count(Situation situation, int times) {
        counts.merge(situation, times, Integer::sum);
    }

    /** How often each situation occurred, including 0. */
    public Map<Situation, Integer> counts() {
        return Map.copyOf(counts);
    }

    /** The situations that occurred less than {@code least} times. */
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
