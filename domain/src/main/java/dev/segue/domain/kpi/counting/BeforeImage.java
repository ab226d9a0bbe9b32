package dev.segue.domain.kpi.counting;

import dev.segue.domain.clock.Clocks;
import dev.segue.domain.kpi.counting.SessionUpdate.Current;
import dev.segue.domain.kpi.counting.SessionUpdate.Superseded;
import dev.segue.domain.session.Outcome;
import java.util.List;

/**
 * What was last counted of a session id, so that it can be retracted when the next record replaces it. It is stored until
 * nothing but repeats can come for the id.
 *
 * <p>The last record counts, whatever its number: the topic of sessions holds upserts, and compaction keeps the last record
 * of a key. A sessions job that resumes from a checkpoint and delivers at least once emits other revisions than before, and
 * fewer of them, so its last record may have a lower number and an earlier time than one before.
 *
 * @param number of the revision
 * @param session what was counted; null when the id is superseded
 * @param retainedUntil once the acceptance clock has passed it step by step, this can be purged, or no longer be open
 * @param passed whether the clock has passed it once, and {@code retainedUntil} is how far it must go on
 */
public record BeforeImage(int number, CountedSession session, long retainedUntil, boolean passed) {

    /**
     * How far the clock goes on before it counts as having passed a time for good: a partition that was idle may receive a
     * revision just before the clock advances without it. An hour, on the acceptance clock.
     */
    public static final long BEHIND_MS = 3_600_000;

    /** What was counted last, the clock not having passed {@code retainedUntil} yet. */
    public BeforeImage(int number, CountedSession session, long retainedUntil) {
        this(number, session, retainedUntil, false);
    }

    /** Whether the session still runs. */
    public boolean isOpen() {
        return session != null && session.open();
    }

    /**
     * What became of an image while no record came.
     *
     * @param image what is to be stored now; null for nothing
     * @param changes what changes in which rows
     */
    public record Aged(BeforeImage image, List<RowChange> changes) {}

    /**
     * What is to be stored at {@code clock}. When the clock has leapt past all that it waited for, what that leap made the
     * session rule emit is still to be read: the image is stored until the clock has gone on.
     *
     * <p>A running session is emitted once more before the clock has passed its {@code settledAfter}, or by the leap that
     * takes it there. When the clock has gone on for as long again as a session takes to settle, and no record came, none
     * will: the sessions job has lost it. It counts as it is, as one that has ended. Its rows wait as long: a row that
     * counts its runs, and not the session, does not know that it is open.
     */
    public Aged at(long clock) {
        BeforeImage aged = agedAt(clock);
        boolean counts = isOpen() && !aged.equals(this);
        return new Aged(aged, counts ? aged.changesFrom(this) : List.of());
    }

    /** The image that is to be stored at {@code clock}, as {@link #at} says; null for nothing. */
    public BeforeImage agedAt(long clock) {
        boolean noMoreTimePasses = clock > Clocks.ENDED - BEHIND_MS;
        if (clock <= retainedUntil || (isOpen() && noMoreTimePasses)) {
            return this;
        }
        if (!isOpen()) {
            boolean over = passed || noMoreTimePasses;
            return over ? null : new BeforeImage(number, session, clock + BEHIND_MS, true);
        }
        if (!passed) {
            long wait = Math.max(BEHIND_MS, session.settlingMs());
            return new BeforeImage(number, session, plus(clock, wait), true);
        }
        return new BeforeImage(number, session.ended(), clock + BEHIND_MS, true);
    }

    /**
     * What became of an update.
     *
     * @param image what is to be stored now; null for nothing
     * @param changes what changes in which rows
     */
    public record Applied(Outcome outcome, BeforeImage image, List<RowChange> changes) {}

    /**
     * What an update makes of an image.
     *
     * @param before what it replaces; of a new image one without a session; null when nothing is stored
     * @param image what is to be stored now; null for nothing
     */
    public record Replaced(Outcome outcome, BeforeImage before, BeforeImage image) {}

    /**
     * Applies an update: it replaces the record before. The very same again is a repeat; what is settled and purged is
     * not counted again.
     *
     * @param before what is stored, or null
     * @param clock the acceptance clock
     */
    public static Applied apply(BeforeImage before, SessionUpdate update, long clock) {
        Replaced replaced = replace(before, update, clock);
        return new Applied(
                replaced.outcome(),
                replaced.image(),
                replaced.outcome() == Outcome.ACCEPTED ? replaced.image().changesFrom(replaced.before()) : List.of());
    }

    /** The same as {@link #apply}, without what changes in which rows. */
    public static Replaced replace(BeforeImage before, SessionUpdate update, long clock) {
        if (update instanceof Current current) {
            long settledAfter = current.session().settledAfter();
            return replace(before, current.number(), current.session(), settledAfter, current.asOf(), clock);
        }
        if (update instanceof Superseded superseded) {
            return replace(before, superseded.number(), null, superseded.settledAfter(), superseded.asOf(), clock);
        }
        return before == null || before.session() == null
                ? new Replaced(Outcome.DUPLICATE, before, before)
                : new Replaced(
                        Outcome.ACCEPTED, before, new BeforeImage(before.number(), null, before.retainedUntil()));
    }

    /** A clock may leap, so the first record may be settled already. A record written when all has ended is never late. */
    private static Replaced replace(
            BeforeImage before, int number, CountedSession session, long settledAfter, long asOf, long clock) {
        boolean ended = asOf == Clocks.ENDED;
        long retainedUntil = plus(ended ? settledAfter : Math.max(settledAfter, asOf), BEHIND_MS);
        if (before == null) {
            return clock > retainedUntil && !ended
                    ? new Replaced(Outcome.LATE, null, null)
                    : new Replaced(
                            Outcome.ACCEPTED,
                            new BeforeImage(number, null, retainedUntil),
                            new BeforeImage(number, session, retainedUntil));
        }
        BeforeImage after = new BeforeImage(number, session, Math.max(before.retainedUntil(), retainedUntil));
        return after.equals(new BeforeImage(before.number(), before.session(), before.retainedUntil()))
                ? new Replaced(Outcome.DUPLICATE, before, before)
                : new Replaced(Outcome.ACCEPTED, before, after);
    }

    /** A row must not be settled before all that it was counted from is purged, so it learns that time too. */
    private List<RowChange> changesFrom(BeforeImage before) {
        boolean sameTime = retainedUntil == before.retainedUntil && !before.passed;
        return RowChange.between(before.session, session, retainedUntil, sameTime);
    }

    private static long plus(long time, long more) {
        return time > Clocks.ENDED - more ? Clocks.ENDED : time + more;
    }
}
