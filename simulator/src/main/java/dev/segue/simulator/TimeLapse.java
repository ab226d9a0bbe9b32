package dev.segue.simulator;

/**
 * How simulated time follows the wall clock: it begins in the past, runs faster by a factor, and never gets ahead.
 *
 * @param beginning the simulated time at {@code startedAt}, in epoch milliseconds
 * @param startedAt the wall clock at the beginning, in epoch milliseconds
 * @param speed how many simulated seconds pass in a second, at least 1
 */
public record TimeLapse(long beginning, long startedAt, int speed) {

    public TimeLapse {
        if (speed < 1) {
            throw new IllegalArgumentException("speed must be at least 1, but is " + speed);
        }
        if (beginning > startedAt) {
            throw new IllegalArgumentException("the beginning must not be ahead of the wall clock, but " + beginning
                    + " is later than " + startedAt);
        }
    }

    /** Whether simulated time still runs faster than real time at that wall-clock time. */
    public boolean flies(long wallClock) {
        return speed > 1 && simulatedAt(wallClock) < wallClock;
    }

    /** The simulated time at that wall-clock time; both in epoch milliseconds. */
    public long simulatedAt(long wallClock) {
        return Math.min(wallClock, beginning + (wallClock - startedAt) * speed);
    }
}
