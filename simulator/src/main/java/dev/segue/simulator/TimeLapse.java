package dev.segue.simulator;

/**
 * How simulated time follows the wall clock: from a beginning in the past, so many times as fast, and never ahead of it.
 *
 * @param beginning the simulated time at {@code startedAt}, in epoch milliseconds
 * @param startedAt the wall clock at the beginning, in epoch milliseconds
 * @param speed how many simulated seconds a second has, at least 1
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

    /** Whether the simulated time still goes faster than ours at a time of the wall clock. */
    public boolean flies(long wallClock) {
        return speed > 1 && simulatedAt(wallClock) < wallClock;
    }

    /** The simulated time at a time of the wall clock; both in epoch milliseconds. */
    public long simulatedAt(long wallClock) {
        return Math.min(wallClock, beginning + (wallClock - startedAt) * speed);
    }
}
