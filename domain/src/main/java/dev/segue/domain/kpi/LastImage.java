package dev.segue.domain.kpi;

import dev.segue.domain.kpi.SessionNews.Stands;
import dev.segue.domain.kpi.SessionNews.StandsNoMore;
import dev.segue.domain.session.Clocks;
import dev.segue.domain.session.Outcome;
import java.util.List;

/**
 * The last that was counted of a session id, so that it can be taken back when the next revision replaces it. It is kept
 * until nothing can come of the id any more but repeats.
 *
 * @param number of the revision
 * @param session what was counted; null when the id stands no more
 * @param keptUntil once the acceptance clock has passed it step by step, and the session is closed, this can be forgotten
 * @param passed whether the clock has passed it once, and {@code keptUntil} is how far it must go on
 */
public record LastImage(int number, CountedSession session, long keptUntil, boolean passed) {

    /**
     * How far behind the clock a revision may be when it is read: several writers share a partition, and what one of them
     * told at a time may lie behind what another told a little later. An hour, on the acceptance clock.
     */
    public static final long BEHIND_MS = 3_600_000;

    /** What was counted last, the clock not having passed {@code keptUntil} yet. */
    public LastImage(int number, CountedSession session, long keptUntil) {
        this(number, session, keptUntil, false);
    }

    /** Whether the session still runs: then it will be told of once more at least, however far the clock has leapt. */
    public boolean isOpen() {
        return session != null && session.open();
    }

    /**
     * What is to be remembered at {@code clock}: null for nothing. When the clock has leapt past all that it waited for, what
     * that leap made the session rule tell is still to be read: it is remembered until the clock has gone on.
     */
    public LastImage at(long clock) {
        if (isOpen() || clock <= keptUntil) {
            return this;
        }
        boolean over = passed || clock > Clocks.ENDED - BEHIND_MS;
        return over ? null : new LastImage(number, session, clock + BEHIND_MS, true);
    }

    /**
     * What became of news.
     *
     * @param image what is to be remembered now; null for nothing
     * @param differences what changes in which rows
     */
    public record Applied(Outcome outcome, LastImage image, List<Difference> differences) {}

    /**
     * Takes up news. Of equal revisions the later wins, lower ones are repeats; what is settled and forgotten is not counted
     * again.
     *
     * @param before what is remembered, or null
     * @param clock the acceptance clock
     */
    public static Applied apply(LastImage before, SessionNews news, long clock) {
        if (news instanceof Stands stands) {
            CountedSession session = stands.session();
            return apply(before, stands.number(), session, keptUntil(session.settledAfter(), stands.asOf()), clock);
        }
        if (news instanceof StandsNoMore gone) {
            return apply(before, gone.number(), null, keptUntil(gone.settledAfter(), gone.asOf()), clock);
        }
        return before == null || before.session() == null
                ? new Applied(Outcome.DUPLICATE, before, List.of())
                : replaced(before, before.number(), null, before.keptUntil());
    }

    private static Applied apply(LastImage before, int number, CountedSession session, long keptUntil, long clock) {
        if (before == null) {
            return clock > keptUntil
                    ? new Applied(Outcome.LATE, null, List.of())
                    : replaced(new LastImage(number, null, keptUntil), number, session, keptUntil);
        }
        if (number < before.number()) {
            return new Applied(Outcome.DUPLICATE, before, List.of());
        }
        LastImage after = new LastImage(number, session, Math.max(before.keptUntil(), keptUntil));
        return after.equals(new LastImage(before.number(), before.session(), before.keptUntil()))
                ? new Applied(Outcome.DUPLICATE, before, List.of())
                : replaced(before, number, session, after.keptUntil());
    }

    private static Applied replaced(LastImage before, int number, CountedSession session, long keptUntil) {
        LastImage after = new LastImage(number, session, keptUntil);
        return new Applied(Outcome.ACCEPTED, after, Difference.between(before.session(), session));
    }

    /** A clock may leap, so what is told first may be settled already. */
    private static long keptUntil(long settledAfter, long asOf) {
        long latest = Math.max(settledAfter, asOf);
        return latest > Clocks.ENDED - BEHIND_MS ? Clocks.ENDED : latest + BEHIND_MS;
    }
}
