package dev.segue.domain.history;

/**
 * One year of a listener. A session and a play belong to the year in which they began, listened time to the year in which
 * it sounded.
 *
 * @param listenedMs listened time, in milliseconds
 * @param sessions how many sessions
 * @param plays its plays
 * @param artists how many different artists had a counted play, or one of which nothing says how long it sounded
 * @param newArtists how many of them had none in any year before
 */
public record YearOfListening(long listenedMs, int sessions, Standing<Integer> plays, int artists, int newArtists) {

    /** The year. */
    public int year() {
        return plays.of();
    }
}
