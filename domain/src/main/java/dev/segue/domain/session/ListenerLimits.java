package dev.segue.domain.session;

import java.io.Serializable;

/**
 * How much of one listener is kept, so that no client can fill the memory: far beyond what anybody does, and not
 * configurable. Events are counted in fixed windows of event time, from 1970 on: see {@link SessionRules#limitWindowMs}.
 *
 * @param eventsPerWindow most events of a listener in a window, at least 1; further ones are refused
 * @param brokenPlaysPerWindow most broken plays among these, at least 1; further ones are refused
 * @param pausesPerPlay most pauses and resumes of a play that are followed, at least 1: the first ones after its start, or
 *     after its cut
 * @param playsPerChunk most plays in one record, at least 1
 */
public record ListenerLimits(int eventsPerWindow, int brokenPlaysPerWindow, int pausesPerPlay, int playsPerChunk)
        implements Serializable {

    /** The longest window, in milliseconds. */
    static final long WINDOW_MS = 6 * 60 * 60 * 1_000L;

    /**
     * Of six hours: an event every second. On one device no more than 24 broken plays end, because each
     * takes longer than the session gap of 15 minutes. A pause and a resume every four minutes are 180. 90 plays keep
     * every record under 512 KiB, even when all their texts have the maximum length.
     */
    public static final ListenerLimits DEFAULT = new ListenerLimits(21_600, 64, 200, 90);

    /** Without limits on events: a history that is replayed must come out whole. */
    public static final ListenerLimits FOR_REPLAY =
            new ListenerLimits(Integer.MAX_VALUE, Integer.MAX_VALUE, DEFAULT.pausesPerPlay(), DEFAULT.playsPerChunk());

    public ListenerLimits {
        if (eventsPerWindow < 1 || brokenPlaysPerWindow < 1 || pausesPerPlay < 1 || playsPerChunk < 1) {
            throw new IllegalArgumentException("limits must be positive, but they are " + eventsPerWindow + ", "
                    + brokenPlaysPerWindow + ", " + pausesPerPlay + " and " + playsPerChunk);
        }
    }
}
