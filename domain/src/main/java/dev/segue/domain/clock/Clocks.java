package dev.segue.domain.clock;

/**
 * What time it is, twice.
 *
 * @param acceptance comes from events alone; decides lateness and purging
 * @param closing the acceptance clock plus wall-clock silence, never behind it; decides closing and early firing. While it
 *     is {@link #NOT_STARTED}, sessions are told when they are settled, and not before
 */
public record Clocks(long acceptance, long closing) {

    /** A clock before it knows any time. */
    public static final long NOT_STARTED = Long.MIN_VALUE;

    /** The acceptance clock when no further event can come. */
    public static final long ENDED = Long.MAX_VALUE;

    public Clocks {
        if (closing < acceptance && closing != NOT_STARTED) {
            throw new IllegalArgumentException("the closing clock must not be behind the acceptance clock, but is "
                    + closing + " < " + acceptance);
        }
    }

    /** Both clocks at one time: no silence. */
    public static Clocks at(long time) {
        return new Clocks(time, time);
    }
}
