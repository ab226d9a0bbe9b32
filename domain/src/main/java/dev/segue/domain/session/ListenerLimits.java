package dev.segue.domain.session;

import java.io.Serializable;

/**
 * How much of one listener is kept, so that no client can fill the memory: far beyond what anybody does, and not
 * configurable. Events are counted by the slot in which they occurred. A slot is as long as the maximum play length, counted
 * from 1970 on; so when nothing of a slot is left in state, no event of it can be accepted either.
 *
 * @param eventsOfASlot most events of a listener in a slot, at least 1; further ones are refused
 * @param brokenPlaysOfASlot most broken plays among these, at least 1; further ones are refused
 * @param pausesOfAPlay most pauses and resumes of a play that are followed, at least 1: the first ones after its start, or
 *     after its cut
 */
public record ListenerLimits(int eventsOfASlot, int brokenPlaysOfASlot, int pausesOfAPlay) implements Serializable {

    /**
     * With the usual slot of six hours: an event every second. On one device no more than 24 broken plays end, because each
     * takes longer than the session gap of 15 minutes. A pause and a resume every four minutes are 180.
     */
    public static final ListenerLimits DEFAULT = new ListenerLimits(21_600, 64, 200);

    /** Without limits on events, for whoever replays a history that already fits on a disk. */
    public static final ListenerLimits OF_A_REPLAY =
            new ListenerLimits(Integer.MAX_VALUE, Integer.MAX_VALUE, DEFAULT.pausesOfAPlay());

    public ListenerLimits {
        if (eventsOfASlot < 1 || brokenPlaysOfASlot < 1 || pausesOfAPlay < 1) {
            throw new IllegalArgumentException("limits must be positive, but they are " + eventsOfASlot + ", "
                    + brokenPlaysOfASlot + " and " + pausesOfAPlay);
        }
    }
}
