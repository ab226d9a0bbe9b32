package dev.segue.adapters.files.format;

/** What the exports of Last.fm have in common, whichever program wrote them. A scrobble has the time of its start. */
final class LastFm {

    static final String SERVICE = "Last.fm";

    private LastFm() {}

    /**
     * A scrobble on {@code line}.
     *
     * @param artist or null
     * @param title or null
     * @param album or null
     * @param startedAt in milliseconds since the epoch
     * @throws Unusable when it names no song
     */
    static Row scrobble(String artist, String title, String album, long startedAt, long line) throws Unusable {
        return new ServicePlay(SERVICE, artist, title)
                .from(album)
                .startedAt(startedAt)
                .at(line);
    }

    static Format.Limits limits() {
        return Scrobbles.limits(SERVICE);
    }
}
