package dev.segue.domain.accounting;

import java.util.ArrayList;
import java.util.List;

/**
 * How many records a minute a job read, and what became of them, over the last {@value #MINUTES} minutes by the wall clock. What
 * its ledger grew by between two reports is spread evenly over the time between them. A minute is known once reports cover all of
 * it, so the minute that is not over never looks like a drop.
 */
public final class RecordRates {

    /** How many minutes are kept. */
    public static final int MINUTES = 180;

    private static final long MINUTE_MS = 60_000;

    /**
     * The records of one minute.
     *
     * @param accepted of those that were read, as are the others
     */
    public record Rate(double read, double accepted, double duplicate, double late, double rejected) {}

    private static final int COUNTS = 5;

    private final double[][] counts = new double[MINUTES][COUNTS];
    private final long[] covered = new long[MINUTES];
    private long newest = Long.MIN_VALUE;
    private Ledger before;
    private long beforeAt;

    /** What was reported up to here is counted already. */
    private long spreadUntil = Long.MIN_VALUE;

    /**
     * Adds a report of the whole job; one that is not newer than the one before is ignored, unless it is so much older that a clock
     * was set back. A ledger that has shrunk is that of a job that started over: what it read meanwhile is not known.
     *
     * @param at when it was written, in epoch milliseconds
     * @param longestSilenceMs after a longer time without a report, what happened meanwhile counts as not known
     */
    public void take(Ledger ledger, long at, long longestSilenceMs) {
        if (before != null && at <= beforeAt && beforeAt - at <= longestSilenceMs) {
            return;
        }
        long since = at - beforeAt;
        boolean isNext = before != null && since > 0 && since <= longestSilenceMs && beforeAt >= spreadUntil;
        if (isNext && hasGrown(ledger)) {
            spread(ledger, at);
        }
        before = ledger;
        beforeAt = at;
    }

    /** The minute of the first of {@link #rates}, in minutes since the epoch; 0 when there is none. */
    public long firstMinute() {
        long minute = newest - MINUTES + 1;
        while (minute <= newest && !isKnown(minute)) {
            minute++;
        }
        return newest == Long.MIN_VALUE || minute > newest ? 0 : minute;
    }

    /** From the first minute that is known to the last one, the oldest first; null for a minute in between that is not known. */
    public List<Rate> rates() {
        List<Rate> rates = new ArrayList<>();
        long first = firstMinute();
        for (long minute = first; first != 0 && minute <= newest; minute++) {
            rates.add(isKnown(minute) ? rate(minute) : null);
        }
        while (!rates.isEmpty() && rates.get(rates.size() - 1) == null) {
            rates.remove(rates.size() - 1);
        }
        return rates;
    }

    private boolean hasGrown(Ledger ledger) {
        long[] now = numbers(ledger);
        long[] then = numbers(before);
        for (int i = 0; i < COUNTS; i++) {
            if (now[i] < then[i]) {
                return false;
            }
        }
        return true;
    }

    private void spread(Ledger ledger, long at) {
        spreadUntil = at;
        long[] now = numbers(ledger);
        long[] then = numbers(before);
        for (long minute = Math.floorDiv(beforeAt, MINUTE_MS); minute <= Math.floorDiv(at - 1, MINUTE_MS); minute++) {
            advance(minute);
            int slot = slot(minute);
            long inIt = Math.min(at, (minute + 1) * MINUTE_MS) - Math.max(beforeAt, minute * MINUTE_MS);
            covered[slot] += inIt;
            for (int i = 0; i < COUNTS; i++) {
                counts[slot][i] += ((double) now[i] - then[i]) * inIt / (at - beforeAt);
            }
        }
    }

    private void advance(long minute) {
        for (long empty = Math.max(newest + 1, minute - MINUTES + 1); empty <= minute; empty++) {
            covered[slot(empty)] = 0;
            counts[slot(empty)] = new double[COUNTS];
        }
        newest = Math.max(newest, minute);
    }

    private boolean isKnown(long minute) {
        return covered[slot(minute)] == MINUTE_MS;
    }

    private Rate rate(long minute) {
        double[] of = counts[slot(minute)];
        return new Rate(of[0], of[1], of[2], of[3], of[4]);
    }

    private static int slot(long minute) {
        return (int) Math.floorMod(minute, (long) MINUTES);
    }

    private static long[] numbers(Ledger of) {
        return new long[] {of.read(), of.accepted(), of.duplicate(), of.late(), of.rejectedInAll()};
    }
}
