package dev.segue.domain.session;

import dev.segue.domain.clock.Clocks;
import dev.segue.domain.listening.Play;
import dev.segue.domain.session.Change.Status;
import dev.segue.domain.session.ListenerMemory.CurrentSession;
import dev.segue.domain.session.ListenerMemory.SupersededSession;
import dev.segue.domain.timeline.Timeline;
import java.util.List;

/** Emits changes of a listener's sessions at one moment, in the order in which they can be applied. */
final class RevisionEmitter {

    private final String listener;
    private final ListenerMemory memory;
    private final Timeline timeline;
    private final Deadlines deadlines;
    private final SessionRules rules;
    private final Clocks clocks;
    private final List<Change> changes;

    /**
     * Has emitted nothing yet.
     *
     * @param changes receives what is emitted
     */
    RevisionEmitter(
            String listener,
            ListenerMemory memory,
            Timeline timeline,
            Deadlines deadlines,
            SessionRules rules,
            Clocks clocks,
            List<Change> changes) {
        this.listener = listener;
        this.memory = memory;
        this.timeline = timeline;
        this.deadlines = deadlines;
        this.rules = rules;
        this.clocks = clocks;
        this.changes = changes;
    }

    /** Emits a revision of the session at this index, then the ids that it supersedes. */
    void emit(int index) {
        CurrentSession session = memory.current.get(index);
        SessionWalk walk = new SessionWalk(listener, rules, session.part());
        timeline.forEach(session.startedAt(), memory.before(index), walk);
        List<Play> plays = walk.plays();
        Session aggregated = walk.session(session.startedAt(), session.endedAt(), plays);
        int revision = session.revision() + 1;
        changes.add(new Change.Revision(
                aggregated,
                revision,
                statusOf(session),
                session.open(),
                clocks.acceptance(),
                deadlines.settledAfter(index),
                rules.version()));
        int chunks = emitPlays(session, aggregated.id(), revision, plays);
        boolean hasClosed = session.closedOnce() || !session.open();
        memory.current.set(index, session.emitted(hasClosed, Deadlines.now(clocks, session.endedAt()), chunks));
        emitSupersededBy(index);
    }

    /** Emits superseded ids that are due, with their successors. */
    void emitDueSuperseded() {
        for (int i = 0; i < memory.superseded.size(); i++) {
            SupersededSession superseded = memory.superseded.get(i);
            if (superseded.isEmitted()) {
                continue;
            }
            int successor = successorOf(superseded);
            boolean due =
                    clocks.closing() >= superseded.dueAt() || clocks.acceptance() > deadlines.settledAfter(successor);
            if (due && memory.current.get(successor).changed()) {
                emit(successor);
            } else if (due) {
                emitSuperseded(i, successor);
            }
        }
    }

    private static Status statusOf(CurrentSession session) {
        boolean firstClose = !session.open() && !session.closedOnce();
        return firstClose ? Status.FINAL : session.closedOnce() ? Status.CORRECTED : Status.EARLY;
    }

    /** Emits the chunks of plays that changed, and deletes those that no longer exist. Returns how many there are. */
    private int emitPlays(CurrentSession session, SessionId id, int revision, List<Play> plays) {
        int most = Change.PlaysOfSession.MOST_PLAYS;
        int chunks = (plays.size() + most - 1) / most;
        for (int chunk = 0; chunk < chunks; chunk++) {
            List<Play> some = plays.subList(chunk * most, Math.min(plays.size(), (chunk + 1) * most));
            boolean isNew = chunk >= session.chunks();
            if (isNew || some.get(some.size() - 1).startedAt() >= session.playsChangedFrom()) {
                changes.add(new Change.PlaysOfSession(listener, id, chunk, revision, some));
            }
        }
        emitPlaysGone(id, chunks, session.chunks());
        return chunks;
    }

    private void emitSupersededBy(int successor) {
        for (int i = 0; i < memory.superseded.size(); i++) {
            SupersededSession superseded = memory.superseded.get(i);
            if (!superseded.isEmitted() && successorOf(superseded) == successor) {
                emitSuperseded(i, successor);
            }
        }
    }

    private void emitSuperseded(int index, int successor) {
        SupersededSession before = memory.superseded.get(index);
        SupersededSession emitted = before.emitted();
        SessionId id = SessionId.of(listener, emitted.startedAt());
        changes.add(new Change.Superseded(
                listener,
                id,
                emitted.startedAt(),
                emitted.revision(),
                SessionId.of(listener, memory.current.get(successor).startedAt()),
                clocks.acceptance(),
                emitted.settledAfter(),
                rules.version()));
        emitPlaysGone(id, 0, before.chunks());
        memory.superseded.set(index, emitted);
    }

    /** Deletes the chunks of plays from {@code from} (inclusive) to {@code before} (exclusive). */
    private void emitPlaysGone(SessionId id, int from, int before) {
        for (int chunk = from; chunk < before; chunk++) {
            changes.add(new Change.PlaysGone(listener, id, chunk));
        }
    }

    /**
     * Index of the session that replaces a superseded one: it contains what remains where the superseded one began.
     * Where nothing remains, that is the next session if it continues a chain, or if no session covers the place.
     */
    private int successorOf(SupersededSession superseded) {
        long startedAt = superseded.startedAt();
        int next = memory.firstStartingAfter(startedAt);
        if (next == memory.current.size()) {
            return next - 1;
        }
        CurrentSession after = memory.current.get(next);
        boolean nothingLeft = timeline.firstAfter(startedAt - 1).from() >= after.startedAt();
        boolean covered = next > 0 && memory.current.get(next - 1).endedAt() >= startedAt;
        return nothingLeft && (after.part() > 0 || !covered) ? next : next - 1;
    }
}
