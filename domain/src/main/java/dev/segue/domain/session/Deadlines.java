package dev.segue.domain.session;

import dev.segue.domain.clock.Clocks;
import dev.segue.domain.session.ListenerMemory.CurrentSession;
import dev.segue.domain.session.ListenerMemory.SupersededSession;
import java.util.List;

/**
 * When a listener's sessions are due to be emitted and when they close, on the closing clock; and when they are
 * settled, on the acceptance clock.
 */
final class Deadlines {

    private final ListenerMemory memory;
    private final OpenPlays openPlays;
    private final SessionRules rules;

    Deadlines(ListenerMemory memory, OpenPlays openPlays, SessionRules rules) {
        this.memory = memory;
        this.openPlays = openPlays;
        this.rules = rules;
    }

    /**
     * When a change to a session is due. A session that stays open waits for its next early firing; other changes are
     * batched as corrections. It is due at the latest when the revision emitted before would be settled.
     *
     * @param before the session without the change
     * @param running whether it is running with the change
     * @param now from {@link #now}
     */
    long changeDueAt(CurrentSession before, boolean running, long now) {
        long dueAt = before.open() && running
                ? Math.max(now, Math.min(now, before.emittedAt()) + rules.earlyFiringIntervalMs())
                : now + rules.correctionsMs();
        return Math.min(dueAt, before.endedAt() + rules.settlingMs());
    }

    /**
     * When a session under a new id is due: together with the sessions that it replaces. If none of those was ever
     * emitted, it is due like any other session.
     *
     * @param predecessors the sessions from which it took over activities
     * @param revived the superseded session whose id came back; null if there is none
     */
    long createdDueAt(CurrentSession created, List<CurrentSession> predecessors, SupersededSession revived) {
        boolean replacesEmitted =
                revived != null || predecessors.stream().anyMatch(predecessor -> predecessor.revision() > 0);
        long dueAt = created.emittedAt() + (replacesEmitted ? rules.correctionsMs() : rules.earlyFiringIntervalMs());
        for (CurrentSession predecessor : predecessors) {
            dueAt = Math.min(dueAt, predecessor.dueAt());
        }
        return revived == null ? dueAt : Math.min(dueAt, Math.min(revived.dueAt(), revived.settledAfter()));
    }

    /** When a session that was replaced is due to be emitted as superseded; no later than it would have been itself. */
    long replacedDueAt(CurrentSession replaced, long now) {
        long dueAt = Math.min(replaced.dueAt(), now + rules.correctionsMs());
        return Math.min(dueAt, replaced.endedAt() + rules.settlingMs());
    }

    /** When an open session closes. If it has not been emitted yet, it first waits for the rest of a burst. */
    long closesAt(CurrentSession session) {
        long burstEndsAt = session.revision() == 0 ? session.emittedAt() + rules.correctionsMs() : Long.MIN_VALUE;
        return Math.max(closesAfter(session) + 1, burstEndsAt);
    }

    /** A session is closed once the closing clock has passed this time. */
    long closesAfter(CurrentSession session) {
        return Math.max(session.endedAt() + rules.gapMs(), openPlays.heldUntil(session.startedAt(), session.endedAt()));
    }

    /**
     * Once the acceptance clock has passed this time, no event can change the session at this index or the earlier
     * parts of its chain.
     */
    long settledAfter(int index) {
        return memory.latestEnd(memory.headOfChain(index), index + 1) + rules.settlingMs();
    }

    /**
     * The closing clock falls back when silence ends. Deadlines on it are moved, so that they need not wait until it
     * has caught up.
     */
    void fallBackTo(long closing) {
        if (closing == Clocks.NOT_STARTED || closing == Clocks.ENDED) {
            return;
        }
        long latestDue = closing + Math.max(rules.earlyFiringIntervalMs(), rules.correctionsMs());
        memory.current.replaceAll(session -> session.waitingSince(closing, latestDue));
        memory.superseded.replaceAll(superseded -> superseded.waitingUntil(latestDue));
    }

    /** The current time of the closing clock; {@code otherwise} before it has started. */
    static long now(Clocks clocks, long otherwise) {
        return clocks.closing() == Clocks.NOT_STARTED ? otherwise : clocks.closing();
    }
}
