package dev.segue.domain.reference;

import dev.segue.domain.listening.Mood;
import dev.segue.domain.listening.Mood.Quadrant;
import dev.segue.domain.listening.Play;
import java.util.List;

/**
 * The mood of what was played: each play is weighted by its played time, halved for every half-life of listening that
 * came after it. In integers, so that it is the same everywhere.
 */
final class MoodOfPlays {

    /** Weights are exact to 2^-10 milliseconds. */
    private static final int SHIFT = 20;

    private static final int WHOLE_DECAY = 1 << 30;
    private static final int HALF_LIVES_TO_NOTHING = 40;
    private static final int WHOLE = 1000;
    private static final int MIDDLE = 500;
    private static final int LEAST_CONFIDENCE = 100;

    private MoodOfPlays() {}

    /** The mood of plays that are in play order. */
    static Mood of(List<Play> plays, long halfLifeMs) {
        long all = 0;
        long known = 0;
        long valence = 0;
        long energy = 0;
        long age = 0;
        for (int i = plays.size() - 1; i >= 0; i--) {
            Play play = plays.get(i);
            if (!play.isSkip()) {
                long weight = weight(play.playedMs(), decay(age, halfLifeMs));
                all += weight;
                if (play.track().hasMood()) {
                    known += weight;
                    valence += weight * play.track().valence();
                    energy += weight * play.track().energy();
                }
            }
            age += play.playedMs();
        }
        long enough = Math.max(all, weight(halfLifeMs, WHOLE_DECAY));
        int confidence = (int) Math.min(WHOLE, known * WHOLE / enough);
        return confidence < LEAST_CONFIDENCE
                ? new Mood(Quadrant.UNKNOWN, 0, 0, confidence)
                : mood(average(valence, known), average(energy, known), confidence);
    }

    private static Mood mood(int valence, int energy, int confidence) {
        Quadrant quadrant;
        if (energy >= MIDDLE) {
            quadrant = valence >= MIDDLE ? Quadrant.HAPPY : Quadrant.ENERGETIC;
        } else {
            quadrant = valence >= MIDDLE ? Quadrant.CALM : Quadrant.SAD;
        }
        return new Mood(quadrant, valence, energy, confidence);
    }

    private static long weight(long sounded, long decay) {
        return (sounded * decay) >> SHIFT;
    }

    /** The part of {@link #WHOLE_DECAY} that is left after {@code age} milliseconds of listening. */
    private static long decay(long age, long halfLifeMs) {
        return age >= HALF_LIVES_TO_NOTHING * halfLifeMs
                ? 0
                : Math.round(StrictMath.pow(2, -(double) age / halfLifeMs) * WHOLE_DECAY);
    }

    private static int average(long sum, long weights) {
        return (int) ((2 * sum + weights) / (2 * weights));
    }
}
