package dev.segue.adapters.files.format;

import java.io.IOException;
import java.io.InputStream;
import java.time.ZoneOffset;
import java.util.Set;

/**
 * Last.fm scrobbles as lastfmstats.com exports them: CSV in which the column of the time also names the user
 * ({@code Date#anna}), or JSON with an array {@code scrobbles}. Times are milliseconds since the epoch.
 */
final class LastFmStats implements Format {

    private static final String TIME = "date";

    @Override
    public String name() {
        return "LAST_FM_STATS";
    }

    @Override
    public boolean isIn(Head head) {
        boolean isCsv = head.hasColumns("artist", "album", "albumid", "track")
                && head.columns().stream().anyMatch(column -> column.startsWith(TIME));
        return isCsv || head.hasJsonNames("scrobbles", "artist", "track", TIME);
    }

    @Override
    public Rows rowsOf(InputStream text) throws IOException {
        return LayoutRows.of(
                text,
                json -> new JsonRows(
                        json,
                        Set.of(TIME, "track"),
                        FieldPaths.of(TIME, "artist", "track", "album"),
                        LastFmStats::scrobble),
                csv -> new CsvRows(csv, LastFmStats::withoutUser, LastFmStats::scrobble));
    }

    @Override
    public String service() {
        return LastFm.SERVICE;
    }

    @Override
    public Limits limits() {
        return LastFm.limits();
    }

    private static String withoutUser(String column) {
        int user = column.indexOf('#');
        return user < 0 ? column : column.substring(0, user);
    }

    private static Row scrobble(Fields fields, long line) throws Unusable {
        String written = Times.required(fields, TIME);
        long startedAt = Times.ofStreaming(TIME, Times.of(TIME, written, ZoneOffset.UTC));
        return LastFm.scrobble(
                fields.plain("artist"), fields.plain("track"), fields.plainOrNull("album"), startedAt, line);
    }
}
