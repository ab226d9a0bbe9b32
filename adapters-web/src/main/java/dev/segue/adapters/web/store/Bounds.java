package dev.segue.adapters.web.store;

/**
 * Limits of memory, by number of entries and by estimated bytes, whichever is reached first. Titles of tracks, track KPIs, and
 * signals before the newest have only the latter.
 *
 * @param sessions session ids, with their plays and revisions
 * @param rows KPI rows
 * @param signals listeners whose newest signal is stored
 * @param heap bytes of which each kind may take its share; the rest is for reading and for answers
 */
public record Bounds(int sessions, int rows, int incidents, int signals, long heap) {

    /** The defaults, in the memory that Java was given. */
    public static final Bounds USUAL = new Bounds(1_000_000, 1_000_000, 10_000, 200_000);

    private static final long OF_SESSIONS = 60;
    private static final long OF_ROWS = 10;
    private static final long OF_INCIDENTS = 1;
    private static final long OF_SIGNALS = 8;
    private static final long OF_PAST_SIGNALS = 3;
    private static final long OF_TITLES = 5;
    private static final long OF_TRACKS = 3;
    private static final long ALL = 100;

    public Bounds {
        requireAtLeastOne("sessions", sessions);
        requireAtLeastOne("rows", rows);
        requireAtLeastOne("incidents", incidents);
        requireAtLeastOne("signals", signals);
        requireAtLeastOne("heap", heap);
    }

    /** These numbers of entries, in the memory that Java was given. */
    public Bounds(int sessions, int rows, int incidents, int signals) {
        this(sessions, rows, incidents, signals, Runtime.getRuntime().maxMemory());
    }

    long bytesOfSessions() {
        return heap / ALL * OF_SESSIONS;
    }

    long bytesOfRows() {
        return heap / ALL * OF_ROWS;
    }

    long bytesOfIncidents() {
        return heap / ALL * OF_INCIDENTS;
    }

    long bytesOfSignals() {
        return heap / ALL * OF_SIGNALS;
    }

    long bytesOfPastSignals() {
        return heap / ALL * OF_PAST_SIGNALS;
    }

    long bytesOfTitles() {
        return heap / ALL * OF_TITLES;
    }

    long bytesOfTracks() {
        return heap / ALL * OF_TRACKS;
    }

    private static void requireAtLeastOne(String what, long bound) {
        if (bound < 1) {
            throw new IllegalArgumentException(what + " must be at least 1, but is " + bound);
        }
    }
}
