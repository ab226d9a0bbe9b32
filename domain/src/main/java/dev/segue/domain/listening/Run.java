package dev.segue.domain.listening;

import dev.segue.domain.playback.Device;
import dev.segue.domain.playback.PlayContext;
import java.util.List;

/**
 * Consecutive plays on one device from one playlist (or, where stated, one album or radio) inside a session.
 *
 * @param deviceType of its first play
 * @param startedAt start of its first play
 * @param endedAt the latest end among its plays
 * @param songs how many plays it has, skipped ones included
 * @param countedPlays how many of them were played long enough to count
 * @param skippedSongs which of its first {@value #MOST_NUMBERED} plays were skipped: their numbers, from 1, in order
 * @param listenedMs length of the union of the intervals in which they sounded
 * @param longestUnskipped the most plays in a row that the listener did not skip
 * @param abandoned whether its last play was ended by the listener's choice, before the third counted play
 */
public record Run(
        PlayContext context,
        String deviceId,
        Device.Type deviceType,
        long startedAt,
        long endedAt,
        int songs,
        int countedPlays,
        Skips skips,
        List<Integer> skippedSongs,
        long listenedMs,
        int longestUnskipped,
        boolean abandoned) {

    /** With this many counted plays, a run that the listener ends is no longer abandoned. */
    public static final int SETTLED_IN = 3;

    /** How many runs of playlists, and of albums and radios, a session lists at most. */
    public static final int MOST_LISTED = 200;

    /** How many plays of a run are numbered: so many that a week's edition of 30 songs is among them. */
    public static final int MOST_NUMBERED = 31;

    public Run {
        skippedSongs = List.copyOf(skippedSongs);
    }
}
