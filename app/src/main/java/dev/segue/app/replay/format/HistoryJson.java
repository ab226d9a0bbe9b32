package dev.segue.app.replay.format;

import dev.segue.domain.playback.RejectionReason;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;

/** Reads a streaming history from rows in JSON, however they are laid out and wrapped. */
final class HistoryJson implements Rows {

    private final JsonObjects elements;
    private final FieldNames names;
    private final Set<String> known;
    private long number;

    HistoryJson(InputStream text, FieldNames names) {
        this.names = names;
        this.known = names.all();
        this.elements = new JsonObjects(text, names.ofEveryRow());
    }

    @Override
    public Row next() throws IOException {
        if (!elements.next()) {
            return null;
        }
        number++;
        try {
            return new Row.Told(elements.line(), row().event());
        } catch (Unusable e) {
            return e.at(elements.line());
        }
    }

    @Override
    public void close() throws IOException {
        elements.close();
    }

    private HistoryRow row() throws Unusable, IOException {
        if (!elements.isWhole()) {
            throw new Unusable(
                    RejectionReason.UNREADABLE, "Element " + number + " of the array is no whole JSON object.");
        }
        FlatObject fields;
        try {
            fields = FlatObject.of(elements.bytes(), elements.from(), elements.length(), known);
        } catch (Unusable e) {
            elements.isNoGood();
            throw e;
        }
        HistoryRow row = new HistoryRow(names);
        for (HistoryField field : HistoryField.values()) {
            row.set(field, fields.plain(names.of(field)), fields.isText(names.of(field)));
        }
        return row;
    }
}
