package dev.segue.domain.session;

import dev.segue.domain.clock.Clocks;
import dev.segue.domain.listening.Play;
import dev.segue.domain.session.Change.Status;
import dev.segue.domain.session.ListenerMemory.Fallen;
import dev.segue.domain.session.ListenerMemory.Standing;
import dev.segue.domain.timeline.Timeline;
import java.util.List;

/** Tells what became of a listener's sessions, at one moment, in the order in which it can be applied. */
final class Telling {

    private final String listener;
    private final ListenerMemory memory;
    private final Timeline timeline;
    private final Deadlines deadlines;
    private final SessionRules rules;
    private final Clocks clocks;
    private final List<Change> changes;

    /**
     * Nothing is told yet.
     *
     * @param changes takes what is told
     */
    Telling(
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

    /** Tells a revision of the session of that index, and which ids it superseded. */
    void tell(int index) {
        Standing session = memory.standing.get(index);
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
        int chunks = tellPlays(session, stands.id(), revision, plays);
        long now = Deadlines.now(clocks, session.endedAt());
        memory.standing.set(index, session.told(session.closedOnce() || firstClose, now, chunks));
        for (int i = 0; i < memory.fallen.size(); i++) {
            if (!memory.fallen.get(i).isTold() && successorOf(memory.fallen.get(i)) == index) {
                tellSuperseded(i, index);
            }
        }
    }

    private int tellPlays(Standing session, SessionId id, int revision, List<Play> plays) {
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

    /** Tells the ids that fell, with their successors, when that is due. */
    void tellFallen() {
        for (int i = 0; i < memory.fallen.size(); i++) {
            Fallen fallen = memory.fallen.get(i);
            if (fallen.isTold()) {
                continue;
            }
            int successor = successorOf(fallen);
            if (clocks.closing() < fallen.dueAt() && clocks.acceptance() <= deadlines.settledAfter(successor)) {
                continue;
            }
            if (memory.standing.get(successor).changed()) {
                tell(successor);
            } else {
                tellSuperseded(i, successor);
            }
        }
    }

    private void tellSuperseded(int index, int successor) {
        Fallen fallen = memory.fallen.get(index).told();
        SessionId id = SessionId.of(listener, fallen.startedAt());
        changes.add(new Change.Superseded(
                listener,
                id,
                fallen.startedAt(),
                fallen.revision(),
                SessionId.of(listener, memory.standing.get(successor).startedAt()),
                clocks.acceptance(),
                fallen.settledAfter(),
                rules.version()));
        playsGone(id, 0, memory.fallen.get(index).chunks());
        memory.fallen.set(index, fallen);
    }

    /** The session that took over from the fallen one: it holds what is left where that one began. */
    private int successorOf(Fallen fallen) {
        int next = memory.firstStartingAfter(fallen.startedAt());
        if (next == memory.standing.size()) {
            return next - 1;
        }
        Standing after = memory.standing.get(next);
        boolean nothingLeft = timeline.firstAfter(fallen.startedAt() - 1).from() >= after.startedAt();
        boolean covered = next > 0 && memory.standing.get(next - 1).endedAt() >= fallen.startedAt();
        return nothingLeft && (after.part() > 0 || !covered) ? next : next - 1;
    }
}
