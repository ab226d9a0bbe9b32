package dev.segue.domain.kpi;

import dev.segue.domain.clock.Clocks;
import dev.segue.domain.kpi.SessionUpdate.Stands;
import dev.segue.domain.kpi.SessionUpdate.StandsNoMore;
import dev.segue.domain.session.Outcome;
import java.util.List;

/**
 * The last that was counted of a session id, so that it can be taken back when what is told next replaces it. It is kept
 * until nothing can come of the id any more but repeats.
 *
 * <p>What is told last stands, whatever its number: the topic of sessions holds upserts, and compaction keeps the last
 * record of a key. A sessions job that goes on from a checkpoint and delivers at least once tells other revisions than
 * before, and fewer of them, so its last word may have a lower number and an earlier time than what it told before.
 *
 * @param number of the revision
 * @param session what was counted; null when the id stands no more
 * @param retainedUntil once the acceptance clock has passed it step by step, this can be forgotten, or no longer be open
 * @param passed whether the clock has passed it once, and {@code retainedUntil} is how far it must go on
 */
public record LastImage(int number, CountedSession session, long retainedUntil, boolean passed) {

    /**
     * How far behind the clock a revision may be when it is read: several writers share a partition, and what one of them
     * told at a time may lie behind what another told a little later. An hour, on the acceptance clock.
     */
    public static final long BEHIND_MS = 3_600_000;

    /** What was counted last, the clock not having passed {@code retainedUntil} yet. */
    public LastImage(int number, CountedSession session, long retainedUntil) {
        this(number, session, retainedUntil, false);
    }

    /** Whether the session still runs. */
    public boolean isOpen() {
        return session != null && session.open();
    }

    /**
     * What became of an image while nothing was told.
     *
     * @param image what is to be remembered now; null for nothing
     * @param differences what changes in which rows
     */
    public record Aged(LastImage image, List<Difference> differences) {}

    /**
     * What is to be remembered at {@code clock}. When the clock has leapt past all that it waited for, what that leap made
     * the session rule tell is still to be read: it is remembered until the clock has gone on.
     *
     * <p>A session that runs is told of once more before the clock has passed its {@code settledAfter}, or by the leap that
     * takes it there. When the clock has gone on for as long again as a session takes to settle, and nothing was told,
     * nothing more will be: who told it has lost it. It counts as it stands, as one that has ended. Its rows are told to wait
     * as long: one that counts its runs, and not itself, does not know that it is open.
     */
    public Aged at(long clock) {
        boolean noMoreTimePasses = clock > Clocks.ENDED - BEHIND_MS;
        if (clock <= retainedUntil || (isOpen() && noMoreTimePasses)) {
            return new Aged(this, List.of());
        }
        if (!isOpen()) {
            boolean over = passed || noMoreTimePasses;
            return new Aged(over ? null : new LastImage(number, session, clock + BEHIND_MS, true), List.of());
        }
        if (!passed) {
            long wait = Math.max(BEHIND_MS, session.settlingMs());
            LastImage waiting = new LastImage(number, session, plus(clock, wait), true);
            return new Aged(waiting, waiting.differencesFrom(this));
        }
        LastImage ended = new LastImage(number, session.ended(), clock + BEHIND_MS, true);
        return new Aged(ended, ended.differencesFrom(this));
    }

    /**
     * What became of news.
     *
     * @param image what is to be remembered now; null for nothing
     * @param differences what changes in which rows
     */
    public record Applied(Outcome outcome, LastImage image, List<Difference> differences) {}

    /**
     * Takes up news: it replaces what was told before. The very same again is a repeat; what is settled and forgotten is
     * not counted again.
     *
     * @param before what is remembered, or null
     * @param clock the acceptance clock
     */
    public static Applied apply(LastImage before, SessionUpdate news, long clock) {
        if (news instanceof Stands stands) {
            long settledAfter = stands.session().settledAfter();
            return apply(before, stands.number(), stands.session(), settledAfter, stands.asOf(), clock);
        }
        if (news instanceof StandsNoMore gone) {
            return apply(before, gone.number(), null, gone.settledAfter(), gone.asOf(), clock);
        }
        return before == null || before.session() == null
                ? new Applied(Outcome.DUPLICATE, before, List.of())
                : new LastImage(before.number(), null, before.retainedUntil()).replacing(before);
    }

    /** A clock may leap, so what is told first may be settled already. What is told when all has ended is never late. */
    private static Applied apply(
            LastImage before, int number, CountedSession session, long settledAfter, long asOf, long clock) {
        boolean ended = asOf == Clocks.ENDED;
        long retainedUntil = plus(ended ? settledAfter : Math.max(settledAfter, asOf), BEHIND_MS);
        if (before == null) {
            return clock > retainedUntil && !ended
                    ? new Applied(Outcome.LATE, null, List.of())
                    : new LastImage(number, session, retainedUntil)
                            .replacing(new LastImage(number, null, retainedUntil));
        }
        LastImage after = new LastImage(number, session, Math.max(before.retainedUntil(), retainedUntil));
        return after.equals(new LastImage(before.number(), before.session(), before.retainedUntil()))
                ? new Applied(Outcome.DUPLICATE, before, List.of())
                : after.replacing(before);
    }

    private Applied replacing(LastImage before) {
        return new Applied(Outcome.ACCEPTED, this, differencesFrom(before));
    }

    /** A row must not be settled before all that it was counted from is forgotten, so it is told that time too. */
    private List<Difference> differencesFrom(LastImage before) {
        boolean sameTime = retainedUntil == before.retainedUntil && !before.passed;
        return Difference.between(before.session, session, retainedUntil, sameTime);
    }

    private static long plus(long time, long more) {
        return time > Clocks.ENDED - more ? Clocks.ENDED : time + more;
    }
}
