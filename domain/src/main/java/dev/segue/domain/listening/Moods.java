package dev.segue.domain.listening;

import dev.segue.domain.listening.Mood.Quadrant;
import java.util.List;

/**
 * Derives the mood of the music that was played.
 *
 * <p>Each play that was not skipped is weighted by its played time, halved for every half-life of listening that
 * followed it. All sums are of integers, so the result is the same wherever it is computed.
 */
public final class Moods {

    /** Minimum confidence, in thousandths, for naming a mood. */
    public static final int LEAST_CONFIDENCE = 100;

    private static final int WHOLE = 1_000;
    private static final int MIDDLE = 500;
    private static final int FORGOTTEN_AFTER_HALF_LIVES = 40;
    private static final long ONE = 1L << 30;
    private static final int WEIGHT_SHIFT = 20;

    private Moods() {}

    /**
     * The mood of {@code plays}.
     *
     * @param plays in play order
     */
    public static Mood of(List<Play> plays, ListeningRules rules) {
        long halfLife = rules.moodHalfLifeMs();
        long age = 0;
        long all = 0;
        long known = 0;
        long valence = 0;
        long energy = 0;
        for (int i = plays.size() - 1; i >= 0 && age < FORGOTTEN_AFTER_HALF_LIVES * halfLife; i--) {
            Play play = plays.get(i);
            if (!play.isSkip()) {
                long weight = weight(play.playedMs(), age, halfLife);
                all += weight;
                if (play.track().hasMood()) {
                    known += weight;
                    valence += weight * play.track().valence();
                    energy += weight * play.track().energy();
                }
            }
            age += play.playedMs();
        }
        long enough = (halfLife * ONE) >> WEIGHT_SHIFT;
        int confidence = (int) Math.min(WHOLE, known * WHOLE / Math.max(all, enough));
        if (confidence < LEAST_CONFIDENCE) {
            return new Mood(Quadrant.UNKNOWN, 0, 0, confidence);
        }
        int meanValence = rounded(valence, known);
        int meanEnergy = rounded(energy, known);
        return new Mood(quadrant(meanValence, meanEnergy), meanValence, meanEnergy, confidence);
    }

    private static long weight(long playedMs, long age, long halfLife) {
        long decay = Math.round(StrictMath.pow(2, -(double) age / halfLife) * ONE);
        return (playedMs * decay) >> WEIGHT_SHIFT;
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
