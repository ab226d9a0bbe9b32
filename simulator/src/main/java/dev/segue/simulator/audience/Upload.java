package dev.segue.simulator.audience;

import dev.segue.domain.playback.PlaybackEvent;

/** Something that reaches the server. */
public sealed interface Upload {

    /** The listener whose client sent it. */
    String listener();

    /** When it reaches the server, in epoch milliseconds. */
    long arrivesAt();

    /** What is expected to become of it. */
    Kind kind();

    /** The same upload, reaching the server at another time, in epoch milliseconds. */
    Upload arrivingAt(long time);

    /** An event, as the client reports it. */
    record Report(PlaybackEvent event, long arrivesAt, Kind kind) implements Upload {
        @Override
        public String listener() {
            return event.listener();
        }

        @Override
        public Upload arrivingAt(long time) {
            return new Report(event, time, kind);
        }
    }

    /**
     * Bytes that are not an event.
     *
     * @param text the bytes, each as the character of that code (ISO 8859-1)
     */
    record Garbage(String listener, String text, long arrivesAt) implements Upload {
        @Override
        public Kind kind() {
            return Kind.UNUSABLE;
        }

        @Override
        public Upload arrivingAt(long time) {
            return new Garbage(listener, text, time);
        }
    }

    /** The kinds of upload. */
    enum Kind {
        /** An event reported for the first time. */
        ORIGINAL,
        /** An event reported before. */
        REPETITION,
        /** An event from days ago, beyond the default allowed lateness. */
        DAYS_OLD,
        /** Cannot be decoded or accepted. */
        UNUSABLE
    }
}
