package dev.segue.domain.session;

import dev.segue.domain.clock.Clocks;
import dev.segue.domain.session.ListenerMemory.CurrentSession;

/** When a listener's sessions close, and when they are settled. */
final class Deadlines {

    private final ListenerMemory memory;
    private final OpenPlays openPlays;
    private final SessionRules rules;

    Deadlines(ListenerMemory memory, OpenPlays openPlays, SessionRules rules) {
        this.memory = memory;
        this.openPlays = openPlays;
        this.rules = rules;
    }

    /** A session is closed once the closing clock has passed this time. */
    long closesAfter(CurrentSession session) {
        return Math.max(session.endedAt() + rules.gapMs(), openPlays.heldUntil(session.startedAt(), session.endedAt()));
    }

    /** When an open session closes. If it has not been emitted yet, it first waits for the rest of a burst. */
    long closesAt(CurrentSession session) {
        long gathered = session.revision() == 0 ? session.emittedAt() + rules.correctionsMs() : Long.MIN_VALUE;
        return Math.max(closesAfter(session) + 1, gathered);
    }

    /**
     * Once the acceptance clock has passed this time, no event can change the session or the earlier parts of its
     * chain.
     */
    long settledAfter(int index) {
        long latest = memory.current.get(index).endedAt();
        for (int i = index; i > 0 && memory.current.get(i).part() > 0; i--) {
            latest = Math.max(latest, memory.current.get(i - 1).endedAt());
        }
        return latest + rules.settlingMs();
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
