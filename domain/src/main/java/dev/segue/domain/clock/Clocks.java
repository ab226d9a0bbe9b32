package dev.segue.domain.clock;

/**
 * The two clocks.
 *
 * @param acceptance advances with events alone; decides lateness and purging
 * @param closing the acceptance clock plus wall-clock silence, never behind it; decides closing and early firing. While
 *     it is {@link #NOT_STARTED}, sessions are emitted only once they are settled
 */
public record Clocks(long acceptance, long closing) {

    /** A clock before it has started. */
    public static final long NOT_STARTED = Long.MIN_VALUE;

    /** The acceptance clock when no more events can come. */
    public static final long ENDED = Long.MAX_VALUE;

    public Clocks {
        if (closing < acceptance && closing != NOT_STARTED) {
            throw new IllegalArgumentException("the closing clock must not be behind the acceptance clock, but is "
                    + closing + " < " + acceptance);
        }
    }

    /** Both clocks at the same time: no silence. */
    public static Clocks at(long time) {
        return new Clocks(time, time);
    }
}
