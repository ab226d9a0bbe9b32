package dev.segue.domain.listening;

import dev.segue.domain.playback.PlayContext;

/**
 * Consecutive plays on one device from one playlist inside a session; or, where that is said, from one album or radio.
 *
 * @param startedAt start of its first play
 * @param endedAt the latest end among its plays
 * @param songs how many plays it has, skipped ones included
 * @param countedPlays how many of them sounded long enough to count
 * @param listenedMs length of the union of the stretches in which they sounded
 * @param longestUnskipped most plays in a row that the listener did not skip
 * @param abandoned whether the listener's choice ended its last play before its third counted play
 */
public record Run(
        PlayContext context,
        String deviceId,
        long startedAt,
        long endedAt,
        int songs,
        int countedPlays,
        Skips skips,
        long listenedMs,
        int longestUnskipped,
        boolean abandoned) {

    /** Counted plays from which on a run that the listener ends is no longer abandoned. */
    public static final int SETTLED_IN = 3;
}
