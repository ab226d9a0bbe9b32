package dev.segue.domain.session;

import dev.segue.domain.clock.Clocks;
import dev.segue.domain.listening.Play;
import dev.segue.domain.session.Change.Status;
import dev.segue.domain.session.ListenerMemory.CurrentSession;
import dev.segue.domain.session.ListenerMemory.StoredTotals;
import dev.segue.domain.session.ListenerMemory.SupersededSession;
import dev.segue.domain.timeline.Timeline;
import java.util.List;

/** Emits changes of a listener's sessions at one moment, in the order in which they can be applied. */
final class RevisionEmitter {

    private final String listener;
    private final ListenerMemory memory;
    private final Timeline timeline;
    private final SessionTotals.Store totals;
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
            SessionTotals.Store totals,
            Deadlines deadlines,
            SessionRules rules,
            Clocks clocks,
            List<Change> changes) {
        this.listener = listener;
        this.memory = memory;
        this.timeline = timeline;
        this.totals = totals;
        this.deadlines = deadlines;
        this.rules = rules;
        this.clocks = clocks;
        this.changes = changes;
    }

    /** Emits a revision of the session at this index, then the ids that it supersedes. */
    void emit(int index) {
        CurrentSession session = memory.current.get(index);
        SessionTotals known = knownOf(session);
        SessionWalk walk = walk(index, known);
        if (walk.isStale()) {
            memory.dropTotals(totals);
            known = SessionTotals.beginning(session.startedAt(), rules);
            walk = walk(index, known);
        }
        List<Play> plays = walk.plays();
        if (session.open()) {
            store(session, walk.fold(plays, chunkSize()));
        }
        Session aggregated = walk.session(session.startedAt(), session.endedAt());
        int revision = session.revision() + 1;
        changes.add(new Change.Revision(
                aggregated,
                revision,
                statusOf(session),
                session.open(),
                clocks.acceptance(),
                deadlines.settledAfter(index),
                rules.version()));
        int chunks = emitPlays(session, aggregated.id(), revision, known.plays() / chunkSize(), plays);
        boolean hasClosed = session.closedOnce() || !session.open();
        memory.current.set(index, session.emitted(hasClosed, Deadlines.now(clocks, session.endedAt()), chunks));
        emitSupersededBy(index);
    }

    private SessionWalk walk(int index, SessionTotals from) {
        CurrentSession session = memory.current.get(index);
        SessionWalk walk = new SessionWalk(listener, rules, session.part(), from);
        timeline.forEach(Math.max(session.startedAt(), from.silenceFrom()), memory.before(index), walk);
        return walk;
    }

    /** Its totals, if they are stored and were added up by these rules; their plays were emitted when they were, and have not changed since. */
    private SessionTotals knownOf(CurrentSession session) {
        if (memory.totals.areOf(session)) {
            SessionTotals stored = totals.get();
            if (stored.rules().equals(rules.ofTotals())) {
                return stored;
            }
        }
        return SessionTotals.beginning(session.startedAt(), rules);
    }

    private void store(CurrentSession session, SessionTotals folded) {
        if (folded != null) {
            totals.put(folded);
            memory.totals = new StoredTotals(session.startedAt(), folded.until());
        }
    }

    private int chunkSize() {
        return rules.limits().playsPerChunk();
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

    /**
     * Emits the chunks of plays that changed, and deletes those that no longer exist. Returns how many there are.
     *
     * @param first the chunk with which {@code plays} begin; none before it has changed
     */
    private int emitPlays(CurrentSession session, SessionId id, int revision, int first, List<Play> plays) {
        int most = chunkSize();
        int chunks = first + (plays.size() + most - 1) / most;
        for (int chunk = first; chunk < chunks; chunk++) {
            int from = (chunk - first) * most;
            List<Play> some = plays.subList(from, Math.min(plays.size(), from + most));
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
