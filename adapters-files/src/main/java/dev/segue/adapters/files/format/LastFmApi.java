package dev.segue.adapters.files.format;

import java.io.InputStream;
import java.util.Set;

/** Last.fm scrobbles as its API returns them: JSON with {@code recenttracks}, one page or many. */
final class LastFmApi implements Format {

    private static final String TIME = "date.uts";
    private static final String PLAYING_NOW = "@attr.nowplaying";

    @Override
    public String name() {
        return "LAST_FM_API";
    }

    @Override
    public boolean isIn(Head head) {
        return head.hasJsonNames("recenttracks", "track") || head.hasJsonNames("artist", "date", "uts", "name");
    }

    @Override
    public Rows rowsOf(InputStream text) {
        return new JsonRows(
                text,
                Set.of("artist", "streamable"),
                FieldPaths.of(TIME, PLAYING_NOW, "artist.#text", "artist.name", "name", "album.#text"),
                LastFmApi::scrobble);
    }

    @Override
    public String service() {
        return LastFm.SERVICE;
    }

    @Override
    public Limits limits() {
        return LastFm.limits();
    }

    private static Row scrobble(FlatObject fields, long line) throws Unusable {
        if ("true".equals(fields.plain(PLAYING_NOW))) {
            return new Row.NoListening(line);
        }
        String artist = fields.plain("artist.#text");
        return LastFm.scrobble(
                artist == null ? fields.plain("artist.name") : artist,
                fields.plain("name"),
                fields.plainOrNull("album.#text"),
                Times.requiredSeconds(fields, TIME),
                line);
    }
}
