package dev.segue.domain.reference;

import dev.segue.domain.listening.Mood;
import dev.segue.domain.listening.Mood.Quadrant;
import dev.segue.domain.listening.Play;
import java.math.BigInteger;
import java.util.List;

/**
 * The mood of what was played: each play is weighted by its played time, halved for every half-life of listening that
 * came after it. In integers, so that it is the same everywhere.
 */
final class MoodOfPlays {

    /** Weights are multiples of 2^-10 milliseconds. */
    private static final int WEIGHT_OF_A_MILLISECOND = 1 << 10;

    private static final BigInteger WHOLE_DECAY = BigInteger.ONE.shiftLeft(30);
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
        for (Play play : plays) {
            BigInteger decay = decay(play.playedMs(), halfLifeMs);
            boolean weighs = !play.isSkip();
            boolean isKnown = weighs && play.track().hasMood();
            long weight = play.playedMs() * WEIGHT_OF_A_MILLISECOND;
            all = left(all, decay) + (weighs ? weight : 0);
            known = left(known, decay) + (isKnown ? weight : 0);
            valence = left(valence, decay) + (isKnown ? weight * play.track().valence() : 0);
            energy = left(energy, decay) + (isKnown ? weight * play.track().energy() : 0);
        }
        long enough = Math.max(all, halfLifeMs * WEIGHT_OF_A_MILLISECOND);
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

    /** Rounded down. */
    private static long left(long sum, BigInteger decay) {
        return BigInteger.valueOf(sum).multiply(decay).divide(WHOLE_DECAY).longValueExact();
    }

    /** The part of {@link #WHOLE_DECAY} that is left after a play of {@code played} milliseconds. */
    private static BigInteger decay(long played, long halfLifeMs) {
        double part = StrictMath.pow(2, -(double) played / halfLifeMs);
        return BigInteger.valueOf(Math.round(part * WHOLE_DECAY.longValue()));
    }

    private static int average(long sum, long weights) {
        return (int) ((2 * sum + weights) / (2 * weights));
    }
}
