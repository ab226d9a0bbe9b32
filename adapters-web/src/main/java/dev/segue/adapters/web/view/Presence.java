package dev.segue.adapters.web.view;

/**
 * Whether a listener is still there, by their newest signal.
 *
 * @param since the event time of what is known last, in epoch milliseconds
 * @param silentMs how much event time has passed since without a word of this listener, by the newest signal of anyone
 * @param gapMs after so long without any activity a session ends
 * @param receivedAt when the signal was written, in epoch milliseconds, by the clock of this world
 */
public record Presence(State state, long since, long silentMs, long gapMs, long receivedAt) {

    /** How it is. */
    public enum State {
        /** Something was heard within the session gap. */
        HERE,
        /** Others were heard since, and this one not for longer than the session gap. */
        LEFT,
        /** Nothing of anyone has come for longer than the session gap: whether they are there is not known. */
        UNKNOWN
    }

    /**
     * Judges a signal.
     *
     * @param asOf its event time
     * @param newest the event time of the newest signal of anyone, not before {@code asOf}
     * @param newestReceivedAt when anything of the kind was written last, in epoch milliseconds
     * @param now in epoch milliseconds
     * @param gapMs the session gap
     */
    static Presence of(long asOf, long receivedAt, long newest, long newestReceivedAt, long now, long gapMs) {
        long silent = newest - asOf;
        State state = silent > gapMs ? State.LEFT : now - newestReceivedAt > gapMs ? State.UNKNOWN : State.HERE;
        return new Presence(state, asOf, silent, gapMs, receivedAt);
    }
}
