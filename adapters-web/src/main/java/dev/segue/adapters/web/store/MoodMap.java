package dev.segue.adapters.web.store;

import dev.segue.domain.listening.Mood;
import java.util.Arrays;
import java.util.List;

/** Numbers of listeners on the plane of valence and energy, in {@link #SIDE} times {@link #SIDE} cells. */
final class MoodMap {

    /** Cells on each axis: fine enough to show where the audience is, coarse enough to count. */
    static final int SIDE = 20;

    static final int NOWHERE = -1;

    private static final int WHOLE = 1000;

    private final int[] counts = new int[SIDE * SIDE];

    /** The cell of a mood; {@link #NOWHERE} if too little is known. */
    static int cellOf(Mood mood) {
        return mood.quadrant() == Mood.Quadrant.UNKNOWN ? NOWHERE : step(mood.energy()) * SIDE + step(mood.valence());
    }

    void move(int from, int to) {
        if (from != NOWHERE) {
            counts[from]--;
        }
        if (to != NOWHERE) {
            counts[to]++;
        }
    }

    /** Row by row from the lowest energy, in each row from the lowest valence. */
    List<Integer> counts() {
        return Arrays.stream(counts).boxed().toList();
    }

    private static int step(int thousandths) {
        return Math.min(SIDE - 1, thousandths * SIDE / WHOLE);
    }
}
