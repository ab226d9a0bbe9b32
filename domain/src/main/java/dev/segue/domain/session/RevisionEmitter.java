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

    /** Emits a revision of the session at this index, and the ids that it supersedes. */
    void emit(int index) {
        CurrentSession session = memory.current.get(index);
        boolean firstClose = !session.open() && !session.closedOnce();
        Status status = firstClose ? Status.FINAL : session.closedOnce() ? Status.CORRECTED : Status.EARLY;
        SessionWalk walk = new SessionWalk(listener, rules, session.part());
        timeline.forEach(session.startedAt(), memory.before(index), walk);
        List<Play> plays = walk.plays();
        Session stands = walk.session(session.startedAt(), session.endedAt(), plays);
        int revision = session.revision() + 1;
        changes.add(new Change.Revision(
                stands,
                revision,
                status,
                session.open(),
                clocks.acceptance(),
                deadlines.settledAfter(index),
                rules.version()));
        int chunks = emitPlays(session, stands.id(), revision, plays);
        long now = Deadlines.now(clocks, session.endedAt());
        memory.current.set(index, session.emitted(session.closedOnce() || firstClose, now, chunks));
        for (int i = 0; i < memory.superseded.size(); i++) {
            if (!memory.superseded.get(i).isEmitted() && successorOf(memory.superseded.get(i)) == index) {
                emitSuperseded(i, index);
            }
        }
    }

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
        playsGone(id, chunks, session.chunks());
        return chunks;
    }

    private void playsGone(SessionId id, int from, int before) {
        for (int chunk = from; chunk < before; chunk++) {
            changes.add(new Change.PlaysGone(listener, id, chunk));
        }
    }

    /** Emits superseded ids that are due, with their successors. */
    void emitDueSuperseded() {
        for (int i = 0; i < memory.superseded.size(); i++) {
            SupersededSession superseded = memory.superseded.get(i);
            if (superseded.isEmitted()) {
                continue;
            }
            int successor = successorOf(superseded);
            if (clocks.closing() < superseded.dueAt() && clocks.acceptance() <= deadlines.settledAfter(successor)) {
                continue;
            }
            if (memory.current.get(successor).changed()) {
                emit(successor);
            } else {
                emitSuperseded(i, successor);
            }
        }
    }

    private void emitSuperseded(int index, int successor) {
        SupersededSession superseded = memory.superseded.get(index).emitted();
        SessionId id = SessionId.of(listener, superseded.startedAt());
        changes.add(new Change.Superseded(
                listener,
                id,
                superseded.startedAt(),
                superseded.revision(),
                SessionId.of(listener, memory.current.get(successor).startedAt()),
                clocks.acceptance(),
                superseded.settledAfter(),
                rules.version()));
        playsGone(id, 0, memory.superseded.get(index).chunks());
        memory.superseded.set(index, superseded);
    }

    /** The session that replaces a superseded one: it contains what remains where the superseded one began. */
    private int successorOf(SupersededSession superseded) {
        int next = memory.firstStartingAfter(superseded.startedAt());
        if (next == memory.current.size()) {
            return next - 1;
        }
        CurrentSession after = memory.current.get(next);
        boolean nothingLeft = timeline.firstAfter(superseded.startedAt() - 1).from() >= after.startedAt();
        boolean covered = next > 0 && memory.current.get(next - 1).endedAt() >= superseded.startedAt();
        return nothingLeft && (after.part() > 0 || !covered) ? next : next - 1;
    }
}
