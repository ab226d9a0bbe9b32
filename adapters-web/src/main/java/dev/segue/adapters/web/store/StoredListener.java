package dev.segue.adapters.web.store;

import java.util.Arrays;

/** A listener with sessions in memory, and their cell on the mood map. */
final class StoredListener {

    private static final StoredSession[] NONE = {};

    /** Bytes of the object with its array, and of its map entry. */
    private static final long BARE = 104;

    final String name;

    private StoredSession[] sessions = NONE;

    int openSessions;

    /** The cell of the mood map in which the listener is counted, or {@link MoodMap#NOWHERE}. */
    int cell = MoodMap.NOWHERE;

    /** The cell from the newest signal; its event time is {@link #signalAt}. */
    int signalCell = MoodMap.NOWHERE;

    long signalAt = Long.MIN_VALUE;

    StoredListener(String name) {
        this.name = name;
    }

    /** In bytes, without the sessions. */
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
        sessions = Arrays.stream(sessions).filter(stored -> stored != session).toArray(StoredSession[]::new);
    }
}
