package dev.segue.adapters.web.store;

import java.util.Arrays;

/** A listener of whom something is kept: their sessions, and where they are on the map of moods. */
final class StoredListener {

    private static final StoredSession[] NONE = {};

    /** The object with its array, and its place in the table. */
    private static final long BARE = 104;

    final String name;

    private StoredSession[] sessions = NONE;

    int openSessions;

    /** Where on the map of moods the listener is counted, or {@link MoodMap#NOWHERE}. */
    int cell = MoodMap.NOWHERE;

    /** Where the newest signal puts them, and since when. */
    int playedCell = MoodMap.NOWHERE;

    long playedAt = Long.MIN_VALUE;

    StoredListener(String name) {
        this.name = name;
    }

    /** In bytes, without its sessions. */
    long weight() {
        return BARE + Weight.of(name);
    }

    StoredSession[] sessions() {
        return sessions;
    }

    void add(StoredSession session) {
        sessions = Arrays.copyOf(sessions, sessions.length + 1);
        sessions[sessions.length - 1] = session;
    }

    @SuppressWarnings("ReferenceEquality")
    void remove(StoredSession session) {
        sessions = Arrays.stream(sessions).filter(kept -> kept != session).toArray(StoredSession[]::new);
    }
}
