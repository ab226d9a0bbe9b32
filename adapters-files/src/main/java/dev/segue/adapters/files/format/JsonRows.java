package dev.segue.adapters.files.format;

import dev.segue.adapters.files.format.text.JsonObjects;
import dev.segue.domain.playback.PlaybackEvent;
import dev.segue.domain.playback.RejectionReason;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;

/** Reads rows from JSON in any layout except JSON Lines. */
final class JsonRows implements Rows {

    private final JsonObjects objects;
    private final Set<String> known;
    private final Meaning meaning;
    private long number;

    private JsonRows(InputStream text, Set<String> ofEveryRow, Set<String> known, Meaning meaning) {
        this.objects = new JsonObjects(text, ofEveryRow);
        this.known = known;
        this.meaning = meaning;
    }

    /** Builds the event of a row. */
    @FunctionalInterface
    private interface Meaning {
        PlaybackEvent of(FlatObject fields) throws Unusable;
    }

    /** Reads playback events. */
    static JsonRows ofEvents(InputStream text) {
        return new JsonRows(text, EventFields.DISTINCTIVE, EventFields.ALL, EventFields::event);
    }

    /** Reads rows of a streaming history. */
    static JsonRows ofHistory(InputStream text, FieldNames names) {
        return new JsonRows(text, names.ofEveryRow(), names.all(), fields -> HistoryRow.of(fields, names)
                .event());
    }

    @Override
    public Row next() throws IOException {
        if (!objects.next()) {
            return null;
        }
        number++;
        try {
            return new Row.Read(objects.line(), meaning.of(fields()));
        } catch (Unusable e) {
            return e.at(objects.line());
        }
    }

    private FlatObject fields() throws Unusable, IOException {
        if (!objects.isWhole()) {
            throw new Unusable(RejectionReason.UNREADABLE, "Row " + number + " is not a whole JSON object.");
        }
        try {
            return FlatObject.of(objects.bytes(), objects.from(), objects.length(), known);
        } catch (Unusable e) {
            objects.reject();
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        objects.close();
    }
}
