package dev.segue.domain.history;

/**
 * What the plays of something add up to.
 *
 * @param of an artist, album, track, device or year
 * @param plays how many plays
 * @param skips how many of them the listener skipped
 * @param unexplained how many of them ended for an unknown reason, and so are not known to be skips
 * @param playedMs for how long they sounded, in milliseconds; what sounded at the same time counts twice
 */
public record Standing<T>(T of, long plays, long skips, long unexplained, long playedMs) {

    /** Whether it is known of any play for how long it sounded. */
    public boolean hasPlayedTime() {
        return playedMs > 0;
    }

    /** Whether it is known of any play why it ended. Otherwise a skip rate means nothing. */
    public boolean hasSkipRate() {
        return unexplained < plays;
    }
}
