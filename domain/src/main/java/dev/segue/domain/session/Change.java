package dev.segue.domain.session;

import static java.util.Objects.requireNonNull;

import dev.segue.domain.clock.Clocks;
import dev.segue.domain.listening.Play;
import java.util.List;

/** What the session rule tells the world. Every change is an upsert under its own key, or the removal of that key. */
public sealed interface Change {

    /** Whose session it is about; decides the partition. Null in a removal that was read back: only its key is known. */
    String listener();

    /** The session it is about; the key. */
    SessionId sessionId();

    /**
     * One emitted version of a session.
     *
     * @param number revisions of one id count from 1
     * @param open whether the session is still running
     * @param asOf the acceptance clock when it was emitted; {@link Clocks#NOT_STARTED} before it knew any time
     * @param settledAfter once the acceptance clock has passed it, no event can change what is told here; of a session
     *     that goes on, the next revision says a later time
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

    /** How far the story of a session id is told. */
    enum Status {
        /** Not closed yet. */
        EARLY,
        /** Closed for the first time. */
        FINAL,
        /** Changed after it first closed, running again or not. */
        CORRECTED
    }

    /**
     * An id that stands no more, because a late event moved a start or joined sessions.
     *
     * @param number its revision, counted on from the last one
     * @param supersededBy the id that takes over
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
     * A superseded id is settled: its record may be removed.
     *
     * @param listener null when it was read back: a record without a value tells only its key
     */
    record Purged(String listener, SessionId sessionId) implements Change {}

    /**
     * Some of the plays of a session, for drill-down.
     *
     * @param chunk counts from 0; chunk {@code i} holds the plays from {@code i * }{@link #MOST_PLAYS} on
     * @param revision the revision of the session it belongs to
     */
    record PlaysOfSession(String listener, SessionId sessionId, int chunk, int revision, List<Play> plays)
            implements Change {

        /** So that no record exceeds 512 KiB, even when every text in it is as long as it may be. */
        public static final int MOST_PLAYS = 90;

        public PlaysOfSession {
            plays = List.copyOf(plays);
        }
    }

    /**
     * A chunk of plays that is no more.
     *
     * @param listener null when it was read back: a record without a value tells only its key
     */
    record PlaysGone(String listener, SessionId sessionId, int chunk) implements Change {}
}
