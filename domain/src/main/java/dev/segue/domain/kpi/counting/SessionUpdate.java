package dev.segue.domain.kpi.counting;

import dev.segue.domain.session.Change;
import dev.segue.domain.session.Change.Revision;
import dev.segue.domain.session.SessionId;

/** A record of a session, as far as KPIs need it. */
public sealed interface SessionUpdate {

    SessionId sessionId();

    /** A current session. */
    record Current(SessionId sessionId, int number, long asOf, CountedSession session) implements SessionUpdate {}

    /** A superseded id. */
    record Superseded(SessionId sessionId, int number, long asOf, long settledAfter) implements SessionUpdate {}

    /** An id that is gone: superseded and settled, or of a listener who is forgotten. */
    record Purged(SessionId sessionId) implements SessionUpdate {}

    /**
     * What KPIs need of a change; null when that is nothing.
     *
     * @param followed decides what its runs are counted under
     * @param longestSessionMs how long a session can last
     */
    static SessionUpdate of(Change change, Followed followed, long longestSessionMs) {
        if (change instanceof Revision revision) {
            return new Current(
                    revision.sessionId(),
                    revision.number(),
                    revision.asOf(),
                    CountedSession.of(revision, followed, longestSessionMs));
        }
        if (change instanceof Change.Superseded superseded) {
            return new Superseded(
                    superseded.sessionId(), superseded.number(), superseded.asOf(), superseded.settledAfter());
        }
        return change instanceof Change.Purged purged ? new Purged(purged.sessionId()) : null;
    }
}
