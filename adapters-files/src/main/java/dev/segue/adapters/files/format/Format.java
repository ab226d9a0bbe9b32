package dev.segue.adapters.files.format;

import java.io.IOException;
import java.io.InputStream;

/** The formats of input files. */
public enum Format {
    HISTORY_JSON("streaming history, JSON") {
        @Override
        public Rows rowsOf(InputStream text) {
            return JsonRows.ofHistory(text, FieldNames.IN_EXTENDED_HISTORY);
        }
    },
    HISTORY_CSV("streaming history, CSV") {
        @Override
        public Rows rowsOf(InputStream text) {
            return new HistoryCsv(text, FieldNames.IN_EXTENDED_HISTORY);
        }
    },
    ACCOUNT_JSON("account data, JSON") {
        @Override
        public Rows rowsOf(InputStream text) {
            return JsonRows.ofHistory(text, FieldNames.IN_ACCOUNT_DATA);
        }
    },
    ACCOUNT_CSV("account data, CSV") {
        @Override
        public Rows rowsOf(InputStream text) {
            return new HistoryCsv(text, FieldNames.IN_ACCOUNT_DATA);
        }
    },
    EVENT_LINES("playback events, JSON Lines") {
        @Override
        public Rows rowsOf(InputStream text) {
            return new EventLines(text);
        }
    },
    EVENTS_JSON("playback events, JSON") {
        @Override
        public Rows rowsOf(InputStream text) {
            return JsonRows.ofEvents(text);
        }
    },
    EMPTY("empty") {
        @Override
        public Rows rowsOf(InputStream text) {
            return new NoRows(text);
        }
    };

    /** What a readable file is; for messages. */
    public static final String EXPECTED =
            "expected a Spotify streaming history (JSON, or CSV with a header), playback events as JSON Lines or JSON,"
                    + " or a zip or gzip of these";

    private final String title;

    Format(String title) {
        this.title = title;
    }

    /** Whether its rows belong to a personal streaming history. */
    public boolean isHistory() {
        return isExtendedHistory() || isAccountData();
    }

    /** Whether it is the extended history, which has seconds and end reasons. */
    public boolean isExtendedHistory() {
        return this == HISTORY_JSON || this == HISTORY_CSV;
    }

    /** Whether it is the short history in the account data, which has minutes only. */
    public boolean isAccountData() {
        return this == ACCOUNT_JSON || this == ACCOUNT_CSV;
    }

    /** The name to show. */
    public String title() {
        return title;
    }

    /**
     * Reads {@code text}, UTF-8 without a byte order mark. Closing the rows closes it.
     *
     * @throws IOException when it cannot be read at all
     */
    public abstract Rows rowsOf(InputStream text) throws IOException;

    private record NoRows(InputStream text) implements Rows {
        @Override
        public Row next() {
            return null;
        }

        @Override
        public void close() throws IOException {
            text.close();
        }
    }
}
