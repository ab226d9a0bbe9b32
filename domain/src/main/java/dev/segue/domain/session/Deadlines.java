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

    /** Once the closing clock has passed it, a session is closed. */
    long closesAfter(CurrentSession session) {
        return Math.max(session.endedAt() + rules.gapMs(), openPlays.heldUntil(session.startedAt(), session.endedAt()));
    }

    /** When an open session closes. One that is told for the first time gathers what a burst brings. */
    long closesAt(CurrentSession session) {
        long gathered = session.revision() == 0 ? session.emittedAt() + rules.correctionsMs() : Long.MIN_VALUE;
        return Math.max(closesAfter(session) + 1, gathered);
    }

    /** Once the acceptance clock has passed it, no event can change the session: nor those before it in its chain. */
    long settledAfter(int index) {
        long latest = memory.current.get(index).endedAt();
        for (int i = index; i > 0 && memory.current.get(i).part() > 0; i--) {
            latest = Math.max(latest, memory.current.get(i - 1).endedAt());
        }
        return latest + rules.settlingMs();
    }

    /**
     * When silence ends the closing clock falls back. What waits for a time on it must not wait until it has caught up.
     */
    void fallBackTo(long closing) {
        if (closing == Clocks.NOT_STARTED || closing == Clocks.ENDED) {
            return;
        }
        long latestDue = closing + Math.max(rules.earlyFiringIntervalMs(), rules.correctionsMs());
        memory.current.replaceAll(session -> session.waitingSince(closing, latestDue));
        memory.superseded.replaceAll(superseded -> superseded.waitingUntil(latestDue));
    }

    /** Now, on the closing clock; {@code otherwise} before it knows any time. */
    static long now(Clocks clocks, long otherwise) {
        return clocks.closing() == Clocks.NOT_STARTED ? otherwise : clocks.closing();
    }
}
