package dev.segue.domain.kpi;

import dev.segue.domain.session.Change;
import dev.segue.domain.session.Change.Purged;
import dev.segue.domain.session.Change.Revision;
import dev.segue.domain.session.Change.Superseded;
import dev.segue.domain.session.SessionId;

/** What was told of a session, as far as KPIs need it. */
public sealed interface SessionUpdate {

    SessionId sessionId();

    /** A session stands so. */
    record Stands(SessionId sessionId, int number, long asOf, CountedSession session) implements SessionUpdate {}

    /** An id stands no more. */
    record StandsNoMore(SessionId sessionId, int number, long asOf, long settledAfter) implements SessionUpdate {}

    /** An id that stands no more is settled. */
    record IsPurged(SessionId sessionId) implements SessionUpdate {}

    /**
     * What KPIs need of a change; null when that is nothing.
     *
     * @param followed decides what its runs are counted under
     * @param longestSessionMs how long a session can last
     */
    static SessionUpdate of(Change change, Followed followed, long longestSessionMs) {
        if (change instanceof Revision revision) {
            return new Stands(
                    revision.sessionId(),
                    revision.number(),
                    revision.asOf(),
                    CountedSession.of(revision, followed, longestSessionMs));
        }
        if (change instanceof Superseded superseded) {
            return new StandsNoMore(
                    superseded.sessionId(), superseded.number(), superseded.asOf(), superseded.settledAfter());
        }
        return change instanceof Purged forgotten ? new IsPurged(forgotten.sessionId()) : null;
    }
}
