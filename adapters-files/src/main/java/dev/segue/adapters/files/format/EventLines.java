package dev.segue.adapters.files.format;

import dev.segue.adapters.files.format.text.Lines;
import dev.segue.domain.playback.RejectionReason;
import java.io.IOException;
import java.io.InputStream;

/** Reads playback events from JSON Lines: one object per line; blank lines are skipped. */
final class EventLines implements Rows {

    private final Lines lines;

    EventLines(InputStream text) {
        this.lines = new Lines(text);
    }

    @Override
    public Row next() throws IOException {
        do {
            if (!lines.next()) {
                return null;
            }
        } while (lines.isBlank());
        try {
            if (lines.isTooLong()) {
                throw new Unusable(RejectionReason.UNREADABLE, Lines.COMPLAINT_TOO_LONG);
            }
            FlatObject fields = FlatObject.of(lines.bytes(), 0, lines.length(), EventFields.ALL);
            return new Row.Read(lines.number(), EventFields.event(fields));
        } catch (Unusable e) {
            return e.at(lines.number());
        }
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
