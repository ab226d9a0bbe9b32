package dev.segue.adapters.files.format;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.segue.domain.playback.Detail.TrackEnded;
import dev.segue.domain.playback.PlaybackEvent;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Reads whole texts, for tests. */
final class Read {

    private Read() {}

    /** Every row of {@code text}. */
    static List<Row> all(Format format, String text) {
        return all(format, text.getBytes(UTF_8));
    }

    private static List<Row> all(Format format, byte[] text) {
        List<Row> all = new ArrayList<>();
        try (Rows rows = format.rowsOf(new ByteArrayInputStream(text))) {
            for (Row row = rows.next(); row != null; row = rows.next()) {
                all.add(row);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }

    /** The one event in {@code text}. */
    static PlaybackEvent event(Format format, String text) {
        List<Row> rows = all(format, text);
        if (rows.size() == 1 && rows.get(0) instanceof Row.Read emitted) {
            return emitted.event();
        }
        throw new AssertionError("not one event, but " + rows);
    }

    /** The one play in {@code text}. */
    static TrackEnded play(Format format, String text) {
        return (TrackEnded) event(format, text).detail();
    }

    /** Each row in short: its line and its event's time, or its line, reason and explanation. */
    static List<String> inShort(Format format, String text) {
        return inShort(format, text.getBytes(UTF_8));
    }

    /** The same for encoded text. */
    static List<String> inShort(Format format, byte[] text) {
        return all(format, text).stream().map(Read::inShort).toList();
    }

    private static String inShort(Row row) {
        if (row instanceof Row.Broken broken) {
            return broken.line() + ": " + broken.reason() + ": " + broken.explanation();
        }
        if (row instanceof Row.NoListening) {
            return row.line() + ": no listening";
        }
        return row.line() + ": " + ((Row.Read) row).event().occurredAt();
    }
}
