package dev.segue.adapters.web.view;

/**
 * Whether a listener is still there, by their newest signal.
 *
 * @param since the event time of the newest signal, in epoch milliseconds
 * @param silentMs the event time since then, up to the newest signal of any listener
 * @param gapMs the session gap: a session ends after this long without activity
 * @param receivedAt when the signal was written, in epoch milliseconds of wall-clock time
 */
public record Presence(State state, long since, long silentMs, long gapMs, long receivedAt) {

    /** Whether the listener is there. */
    public enum State {
        /** A signal of the listener was received within the session gap. */
        HERE,
        /** Other listeners sent signals since, but this one sent none for longer than the session gap. */
        LEFT,
        /** No signal of any listener was received for longer than the session gap, so it is unknown. */
        UNKNOWN
    }

    /**
     * Judges a signal.
     *
     * @param asOf its event time
     * @param newest the event time of the newest signal of any listener, not before {@code asOf}
     * @param newestReceivedAt when the latest signal of any listener was written, in epoch milliseconds
     * @param now in epoch milliseconds
     * @param gapMs the session gap
     */
    static Presence of(long asOf, long receivedAt, long newest, long newestReceivedAt, long now, long gapMs) {
        long silent = newest - asOf;
        State state = silent > gapMs ? State.LEFT : now - newestReceivedAt > gapMs ? State.UNKNOWN : State.HERE;
        return new Presence(state, asOf, silent, gapMs, receivedAt);
    }
}
