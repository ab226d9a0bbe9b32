package dev.segue.adapters.files.format;

import dev.segue.domain.playback.RejectionReason;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;

/**
 * Last.fm scrobbles as "Last.fm to CSV" writes them: artist, album, title and time, without a header. The time is to the
 * minute, in UTC: {@code 31 Dec 2023 22:10}.
 */
final class LastFmMinutes implements Format {

    private static final List<String> COLUMNS = List.of("artist", "album", "track", "date");

    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .appendPattern("d MMM uuuu[,] HH:mm[:ss]")
            .toFormatter(Locale.ENGLISH)
            .withResolverStyle(ResolverStyle.STRICT);

    @Override
    public String name() {
        return "LAST_FM_MINUTES";
    }

    @Override
    public boolean isIn(Head head) {
        return head.firstRecords(',', COLUMNS.size()).stream().anyMatch(values -> millis(values.get(3)) != null);
    }

    @Override
    public Rows rowsOf(InputStream text) {
        return new CsvRows(
                text,
                ',',
                COLUMNS,
                (fields, line) -> LastFm.scrobble(
                        fields.plain("artist"),
                        fields.plain("track"),
                        fields.plainOrNull("album"),
                        startedAt(fields),
                        line));
    }

    @Override
    public String service() {
        return LastFm.SERVICE;
    }

    @Override
    public String whyLessExact() {
        return "Last.fm scrobbles timed to the minute, next to an export with seconds; to read it, replay it alone";
    }

    @Override
    public Limits limits() {
        return new Limits(
                "Last.fm to CSV",
                "with the minute in which each play began only",
                List.of(
                        "Nothing says for how long a play sounded: plays have no listened time, and none is a skip.",
                        "Plays appear up to a minute too early. For seconds, export from lastfmstats.com."));
    }

    private static long startedAt(Fields fields) throws Unusable {
        String written = fields.plain("date");
        Long millis = written == null ? null : millis(written);
        if (millis == null) {
            throw new Unusable(
                    RejectionReason.NO_TIME,
                    "The last column is not a time; write 31 Dec 2023 22:10, in English and UTC.");
        }
        return Times.ofStreaming("date", millis);
    }

    private static Long millis(String written) {
        try {
            return LocalDateTime.parse(written.strip(), TIME)
                    .toInstant(ZoneOffset.UTC)
                    .toEpochMilli();
        } catch (DateTimeException e) {
            return null;
        }
    }
}
