package dev.segue.adapters.files.format;

import java.io.InputStream;

/** Playback events as JSON Lines. */
final class EventLinesFormat implements Format {

    @Override
    public String name() {
        return "EVENT_LINES";
    }

    @Override
    public boolean isIn(Head head) {
        return EventLayout.of(head) == EventLayout.LINES;
    }

    @Override
    public Rows rowsOf(InputStream text) {
        return new EventLines(text);
    }
}
