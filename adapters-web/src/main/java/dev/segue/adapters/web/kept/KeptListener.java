package dev.segue.adapters.web.kept;

import java.util.Arrays;

/** A listener of whom something is kept: their sessions, and the mood of what they heard last. */
final class KeptListener {

    private static final KeptSession[] NONE = {};

    final String name;

    private KeptSession[] sessions = NONE;

    int openSessions;
    long moodAt = Long.MIN_VALUE;

    /** Where on the map of moods the listener is counted, or {@link MoodMap#NOWHERE}. */
    int cell = MoodMap.NOWHERE;

    int moodCell = MoodMap.NOWHERE;

    KeptListener(String name) {
        this.name = name;
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
