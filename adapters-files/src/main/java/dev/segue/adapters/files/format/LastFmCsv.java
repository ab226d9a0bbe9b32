package dev.segue.adapters.files.format;

import java.io.InputStream;

/** Last.fm scrobbles as CSV with the columns {@code uts}, {@code artist} and {@code track}, in seconds. */
final class LastFmCsv implements Format {

    private static final String TIME = "uts";

    @Override
    public String name() {
        return "LAST_FM_CSV";
    }

    @Override
    public boolean isIn(Head head) {
        return head.hasColumns(TIME, "artist", "track");
    }

    @Override
    public Rows rowsOf(InputStream text) {
        return new CsvRows(
                text,
                (fields, line) -> LastFm.scrobble(
                        fields.plain("artist"),
                        fields.plain("track"),
                        fields.plainOrNull("album"),
                        Times.requiredSeconds(fields, TIME),
                        line));
    }

    @Override
    public String service() {
        return LastFm.SERVICE;
    }

    @Override
    public Limits limits() {
        return LastFm.limits();
    }
}
