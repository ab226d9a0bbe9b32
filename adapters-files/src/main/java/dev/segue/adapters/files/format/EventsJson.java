package dev.segue.adapters.files.format;

import java.io.InputStream;

/** Playback events in any JSON layout but JSON Lines. */
final class EventsJson implements Format {

    @Override
    public String name() {
        return "EVENTS_JSON";
    }

    @Override
    public boolean isIn(Head head) {
        return EventLayout.of(head) == EventLayout.OTHER_JSON;
    }

    @Override
    public Rows rowsOf(InputStream text) {
        return new JsonRows(
                text,
                EventFields.DISTINCTIVE,
                EventFields.ALL,
                (fields, line) -> new Row.Read(line, EventFields.event(fields)));
    }
}
