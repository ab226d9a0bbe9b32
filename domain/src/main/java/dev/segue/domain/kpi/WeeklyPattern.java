package dev.segue.domain.kpi;

import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * How much there was at each time of the last weeks, and what is usual at a time: the median of the same time of the weeks
 * before. Unlike the baseline of alerts, it is for the whole world, by UTC, and knows no growth.
 *
 * <p>Amounts are kept by slots of ten minutes, {@value #WEEKS} weeks back from the latest; a time without any counts as 0 once
 * something is known from before it.
 */
public final class WeeklyPattern {

    /** Length of a slot, in milliseconds. */
    public static final long SLOT_MS = 600_000;

    /** How many weeks before are compared with, at most. */
    public static final int WEEKS = 6;

    /** How many weeks before must be known, at least. */
    public static final int LEAST_WEEKS = 3;

    private static final int SLOTS_OF_A_WEEK = (int) (7 * 24 * 3_600_000 / SLOT_MS);
    private static final int KEPT = (WEEKS + 1) * SLOTS_OF_A_WEEK;

    private final int[] amounts = new int[KEPT];
    private long first = Long.MAX_VALUE;
    private long latest = Long.MIN_VALUE;

    /** Adds an amount at a time, in epoch milliseconds; a negative one takes back. What is too long ago is ignored. */
    public void add(long time, int amount) {
        addToSlot(Math.floorDiv(time, SLOT_MS), amount);
    }

    /**
     * Adds what lasts from one time to another, the end excluded, to the slots that begin meanwhile: so what is usual in a slot
     * is how much there is at one moment. At most as many slots as are kept.
     */
    public void add(long from, long until, int amount) {
        long last = Math.floorDiv(until - 1, SLOT_MS);
        for (long slot = Math.max(-Math.floorDiv(-from, SLOT_MS), last - KEPT + 1); slot <= last; slot++) {
            addToSlot(slot, amount);
        }
    }

    /**
     * What is usual in the slot of a time; empty when fewer than {@value #LEAST_WEEKS} weeks before are known.
     *
     * @return the median amount of a slot, 0 or more
     */
    public OptionalDouble usualAt(long time) {
        long slot = Math.floorDiv(time, SLOT_MS);
        double[] before = new double[WEEKS];
        int known = 0;
        for (int week = 1; week <= WEEKS; week++) {
            long then = slot - (long) week * SLOTS_OF_A_WEEK;
            if (then >= first && then > latest - KEPT && then <= latest) {
                before[known] = amounts[indexOf(then)];
                known++;
            }
        }
        if (known < LEAST_WEEKS) {
            return OptionalDouble.empty();
        }
        Arrays.sort(before, 0, known);
        double upper = before[known / 2];
        return OptionalDouble.of(known % 2 == 1 ? upper : (before[known / 2 - 1] + upper) / 2);
    }

    private void addToSlot(long slot, int amount) {
        if (latest != Long.MIN_VALUE && slot <= latest - KEPT) {
            return;
        }
        if (latest != Long.MIN_VALUE) {
            for (long empty = Math.max(latest + 1, slot - KEPT + 1); empty <= slot; empty++) {
                amounts[indexOf(empty)] = 0;
            }
        }
        latest = Math.max(latest, slot);
        first = Math.min(first, slot);
        amounts[indexOf(slot)] += amount;
    }

    private static int indexOf(long slot) {
        return (int) Math.floorMod(slot, (long) KEPT);
    }
}
