package dev.segue.simulator.audience;

import dev.segue.domain.playback.PlaybackEvent;

/** Something that reaches the server. */
public sealed interface Upload {

    /** Whose client sent it. */
    String listener();

    /** When the server gets it, in epoch milliseconds. */
    long arrivesAt();

    /** What the audience has in mind with it. */
    Kind kind();

    /** The same, reaching the server at another time, in epoch milliseconds. */
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
     * Bytes that are no event.
     *
     * @param text the bytes, each as the character with its number (ISO 8859-1)
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

    /** Why something is uploaded. */
    enum Kind {
        /** It happened, and is reported for the first time. */
        NEWS,
        /** It was reported before. */
        REPETITION,
        /** It happened days ago, further back than the usual allowed lateness. */
        DAYS_OLD,
        /** Nothing can be made of it. */
        UNUSABLE
    }
}
