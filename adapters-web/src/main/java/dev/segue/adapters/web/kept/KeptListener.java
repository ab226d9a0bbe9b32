package dev.segue.adapters.web.kept;

import java.util.Arrays;

/** A listener of whom something is kept: their sessions, and where they are on the map of moods. */
final class KeptListener {

    private static final KeptSession[] NONE = {};

    /** The object with its array, and its place in the table. */
    private static final long BARE = 104;

    final String name;

    private KeptSession[] sessions = NONE;

    int openSessions;

    /** Where on the map of moods the listener is counted, or {@link MoodMap#NOWHERE}. */
    int cell = MoodMap.NOWHERE;

    /** Where the newest signal puts them, and since when. */
    int heardCell = MoodMap.NOWHERE;

    long heardAt = Long.MIN_VALUE;

    KeptListener(String name) {
        this.name = name;
    }

    /** In bytes, without its sessions. */
    long weight() {
        return BARE + Weight.of(name);
    }

    KeptSession[] sessions() {
        return sessions;
    }

    void add(KeptSession session) {
        sessions = Arrays.copyOf(sessions, sessions.length + 1);
        sessions[sessions.length - 1] = session;
    }

    @SuppressWarnings("ReferenceEquality")
    void remove(KeptSession session) {
        sessions = Arrays.stream(sessions).filter(kept -> kept != session).toArray(KeptSession[]::new);
    }
}
