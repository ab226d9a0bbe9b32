package dev.segue.domain.listening;

/**
 * The interruptions of a session: its maximal silent intervals that lasted long enough, or that a pause or a stall
 * began.
 *
 * @param paused how many a pause began
 * @param stalled how many a stall began
 * @param silent how many have no known cause
 * @param totalMs their total length
 */
public record Interruptions(int paused, int stalled, int silent, long totalMs) {

    public static final Interruptions NONE = new Interruptions(0, 0, 0, 0);

    public int count() {
        return paused + stalled + silent;
    }
}
