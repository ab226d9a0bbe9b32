package dev.segue.domain.listening;

import dev.segue.domain.listening.Mood.Quadrant;
import java.util.List;

/**
 * Derives the mood of the music that was played.
 *
 * <p>Each play that was not skipped weighs as much as its played time, halved for every half-life of listening that
 * followed it: with each play, all weights before it decay. All sums are of integers, so the result is the same wherever
 * it is computed.
 */
public final class Moods {

    /** Minimum confidence, in thousandths, for naming a mood. */
    public static final int LEAST_CONFIDENCE = 100;

    private static final int WHOLE = 1_000;
    private static final int MIDDLE = 500;
    private static final int DECAY_SHIFT = 30;
    private static final int WEIGHT_SHIFT = 10;

    private final long halfLifeMs;
    private long all;
    private long known;
    private long valence;
    private long energy;

    /** Continues from these sums. */
    public Moods(Sums sums, ListeningRules rules) {
        this.halfLifeMs = rules.moodHalfLifeMs();
        this.all = sums.all();
        this.known = sums.known();
        this.valence = sums.valence();
        this.energy = sums.energy();
    }

    /**
     * What the plays so far add up to.
     *
     * @param all weight, in units of 2^-10 ms
     * @param known the weight of what has a mood
     * @param valence the sum of weight times valence, in thousandths
     * @param energy the sum of weight times energy, in thousandths
     */
    public record Sums(long all, long known, long valence, long energy) {

        public static final Sums NONE = new Sums(0, 0, 0, 0);
    }

    /**
     * The mood of {@code plays}.
     *
     * @param plays in play order
     */
    public static Mood of(List<Play> plays, ListeningRules rules) {
        Moods moods = new Moods(Sums.NONE, rules);
        plays.forEach(moods::add);
        return moods.mood();
    }

    /** Adds the next play, in play order. */
    public void add(Play play) {
        long played = play.playedMs();
        if (all > 0 && played > 0) {
            long decay = Math.round(StrictMath.pow(2, -(double) played / halfLifeMs) * (1L << DECAY_SHIFT));
            all = decayed(all, decay);
            known = decayed(known, decay);
            valence = decayed(valence, decay);
            energy = decayed(energy, decay);
        }
        if (!play.isSkip()) {
            long weight = played << WEIGHT_SHIFT;
            all += weight;
            if (play.track().hasMood()) {
                known += weight;
                valence += weight * play.track().valence();
                energy += weight * play.track().energy();
            }
        }
    }

    /** What the plays so far add up to. */
    public Sums sums() {
        return new Sums(all, known, valence, energy);
    }

    /** The mood of the plays so far. */
    public Mood mood() {
        long enough = halfLifeMs << WEIGHT_SHIFT;
        int confidence = (int) Math.min(WHOLE, known * WHOLE / Math.max(all, enough));
        if (confidence < LEAST_CONFIDENCE) {
            return new Mood(Quadrant.UNKNOWN, 0, 0, confidence);
        }
        int meanValence = rounded(valence, known);
        int meanEnergy = rounded(energy, known);
        return new Mood(quadrant(meanValence, meanEnergy), meanValence, meanEnergy, confidence);
    }

    /** Rounded down; the product may be longer than 64 bits. */
    private static long decayed(long sum, long decay) {
        return Math.multiplyHigh(sum, decay) << (Long.SIZE - DECAY_SHIFT) | (sum * decay) >>> DECAY_SHIFT;
    }

    private static int rounded(long sum, long count) {
        return (int) ((2 * sum + count) / (2 * count));
    }

    private static Quadrant quadrant(int valence, int energy) {
        if (energy >= MIDDLE) {
            return valence >= MIDDLE ? Quadrant.HAPPY : Quadrant.ENERGETIC;
        }
        return valence >= MIDDLE ? Quadrant.CALM : Quadrant.SAD;
    }
}
