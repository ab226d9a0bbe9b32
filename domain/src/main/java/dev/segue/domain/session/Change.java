package dev.segue.domain.session;

import static java.util.Objects.requireNonNull;

import dev.segue.domain.clock.Clocks;
import dev.segue.domain.listening.Play;
import java.util.List;

/** What the session rule emits: an upsert or a delete of one key. */
public sealed interface Change {

    /**
     * The session's listener, which decides the partition. Null in a tombstone that was read back, because only its key
     * is known.
     */
    String listener();

    /** The session's id, which is the key. */
    SessionId sessionId();

    /**
     * One emitted version of a session.
     *
     * @param number revisions of one id count from 1
     * @param open whether the session is still running
     * @param asOf the acceptance clock when it was emitted; {@link Clocks#NOT_STARTED} before the clock has started
     * @param settledAfter once the acceptance clock has passed this time, no event can change this revision; if the
     *     session continues, its next revision has a later time
     * @param rulesVersion {@link SessionRules#version()}
     */
    record Revision(
            Session session, int number, Status status, boolean open, long asOf, long settledAfter, String rulesVersion)
            implements Change {

        public Revision {
            requireNonNull(session, "session");
            requireNonNull(status, "status");
        }

        @Override
        public String listener() {
            return session.listener();
        }

        @Override
        public SessionId sessionId() {
            return session.id();
        }
    }

    /** How far a session id has got. */
    enum Status {
        /** Not closed yet. */
        EARLY,
        /** Closed for the first time. */
        FINAL,
        /** Changed after it first closed, whether or not it is running again. */
        CORRECTED
    }

    /**
     * An id that is no longer current, because a late event moved a start or joined sessions.
     *
     * @param number its revision, one higher than its last one
     * @param supersededBy the id that replaces it
     */
    record Superseded(
            String listener,
            SessionId sessionId,
            long startedAt,
            int number,
            SessionId supersededBy,
            long asOf,
            long settledAfter,
            String rulesVersion)
            implements Change {}

    /**
     * An id whose record may be removed: it was superseded and is settled, or its listener is forgotten.
     *
     * @param listener null when it was read back, because a tombstone has only a key
     */
    record Purged(String listener, SessionId sessionId) implements Change {}

    /**
     * Some of the plays of a session, for drill-down.
     *
     * @param chunk counts from 0; chunk {@code i} holds the plays from {@code i * }{@link ListenerLimits#playsPerChunk} on
     * @param revision the revision of the session that they belong to
     */
    record PlaysOfSession(String listener, SessionId sessionId, int chunk, int revision, List<Play> plays)
            implements Change {

        /** Far more than any session has; readers may keep the chunks of a session in an array. */
        public static final int MOST_CHUNKS = 10_000;

        public PlaysOfSession {
            plays = List.copyOf(plays);
        }
    }

    /**
     * A chunk of plays that no longer exists.
     *
     * @param listener null when it was read back, because a tombstone has only a key
     */
    record PlaysGone(String listener, SessionId sessionId, int chunk) implements Change {}
}
