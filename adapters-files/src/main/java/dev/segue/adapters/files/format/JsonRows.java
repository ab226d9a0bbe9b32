package dev.segue.adapters.files.format;

import dev.segue.adapters.files.format.text.JsonObjects;
import dev.segue.domain.playback.RejectionReason;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;

/** Reads rows from JSON in any layout, JSON Lines included. */
final class JsonRows implements Rows {

    private final JsonObjects objects;
    private final FieldPaths fields;
    private final RowMeaning<? super FlatObject> meaning;
    private long number;

    /**
     * Starts reading {@code text}.
     *
     * @param rowKeys every row has at least one of these keys, and nothing around the rows has any
     * @param fields the fields to read
     */
    JsonRows(InputStream text, Set<String> rowKeys, FieldPaths fields, RowMeaning<? super FlatObject> meaning) {
        this.objects = new JsonObjects(text, rowKeys);
        this.fields = fields;
        this.meaning = meaning;
    }

    @Override
    public Row next() throws IOException {
        if (!objects.next()) {
            return null;
        }
        number++;
        try {
            return meaning.of(object(), objects.line());
        } catch (Unusable e) {
            return e.at(objects.line());
        }
    }

    private FlatObject object() throws Unusable, IOException {
        if (!objects.isWhole()) {
            throw new Unusable(RejectionReason.UNREADABLE, "Row " + number + " is not a whole JSON object.");
        }
        try {
            return FlatObject.of(objects.bytes(), objects.from(), objects.length(), fields);
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
