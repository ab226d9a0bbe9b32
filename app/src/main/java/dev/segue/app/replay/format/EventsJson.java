package dev.segue.app.replay.format;

import dev.segue.domain.playback.RejectionReason;
import java.io.IOException;
import java.io.InputStream;

/** Reads playback events from JSON that is no JSON Lines: from an array, from objects over several lines, from wrappers. */
final class EventsJson implements Rows {

    private final JsonObjects elements;
    private long number;

    EventsJson(InputStream text) {
        this.elements = new JsonObjects(text, EventFields.TELLING);
    }

    @Override
    public Row next() throws IOException {
        if (!elements.next()) {
            return null;
        }
        number++;
        try {
            return new Row.Told(elements.line(), EventFields.event(fields()));
        } catch (Unusable e) {
            return e.at(elements.line());
        }
    }

    @Override
    public void close() throws IOException {
        elements.close();
    }

    private FlatObject fields() throws Unusable, IOException {
        if (!elements.isWhole()) {
            throw new Unusable(RejectionReason.UNREADABLE, "Event " + number + " is no whole JSON object.");
        }
        try {
            return FlatObject.of(elements.bytes(), elements.from(), elements.length(), EventFields.ALL);
        } catch (Unusable e) {
            elements.isNoGood();
            throw e;
        }
    }
}
