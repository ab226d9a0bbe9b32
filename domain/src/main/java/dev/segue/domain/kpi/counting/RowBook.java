package dev.segue.domain.kpi.counting;

import dev.segue.domain.clock.Clocks;
import dev.segue.domain.kpi.Extent;
import dev.segue.domain.kpi.KpiKey;
import dev.segue.domain.kpi.KpiNumbers;
import dev.segue.domain.kpi.KpiRow;
import dev.segue.domain.kpi.LocalTime;
import dev.segue.domain.kpi.Place;
import dev.segue.domain.playback.ContentFingerprint;
import java.util.Map;

/** Accumulates in one KPI row what sessions add to it, retracts it, and knows when the row is over and when it is settled. */
public final class RowBook {

    /** A listener with so many sessions in a row has come back. */
    private static final int RETURNING = 2;

    private final KpiKey key;
    private final RowTotals totals;
    private final Tally listeners;
    private final Tally zones;
    private final long longestSessionMs;

    /**
     * Opens a row.
     *
     * @param totals as they were stored
     * @param listeners how many sessions of each listener count here, under a fingerprint of the listener: a row outlives what
     *     it was counted from, so an id could not be taken out when the listener is forgotten
     * @param zones how many sessions and runs of each zone count here
     * @param longestSessionMs the longest that a session can last, so how long before its end an unseen one may have begun
     */
    public RowBook(KpiKey key, RowTotals totals, Tally listeners, Tally zones, long longestSessionMs) {
        this.key = key;
        this.totals = totals;
        this.listeners = listeners;
        this.zones = zones;
        this.longestSessionMs = longestSessionMs;
    }

    /**
     * Counts a change.
     *
     * @return whether the numbers of the row changed
     */
    public boolean apply(RowChange change) {
        boolean otherZones = totals.settledAfter == RowTotals.NEVER;
        if (change.retract() != null) {
            otherZones |= count(change.retract(), change.retractFrom(), -1);
        }
        if (change.accumulate() != null) {
            otherZones |= count(change.accumulate(), change.accumulateTo(), 1);
        }
        if (otherZones) {
            totals.endsAt = where().extent.endsAt();
        }
        totals.passedAt = RowTotals.NEVER;
        totals.settledAfter = Math.max(totals.settledAfter, change.canChangeUntil());
        totals.settlingMs = Math.max(totals.settlingMs, change.settlingMs());
        return !change.changesNothing();
    }

    private boolean count(KpiNumbers contribution, RowChange.Whose whose, int sign) {
        totals.numbers = sign > 0 ? totals.numbers.plus(contribution) : totals.numbers.minus(contribution);
        if (contribution.sessions() > 0) {
            int sessions =
                    listeners.add(Long.toString(ContentFingerprint.of(whose.listener()), Character.MAX_RADIX), sign);
            int before = sessions - sign;
            totals.listeners += Math.min(1, sessions) - Math.min(1, before);
            totals.returningListeners += (sessions >= RETURNING ? 1 : 0) - (before >= RETURNING ? 1 : 0);
        }
        int weight = contribution.sessions() + contribution.runs();
        int inZone = zones.add(whose.timeZone(), sign * weight);
        return sign > 0 ? inZone == weight : inZone == 0;
    }

    /**
     * Notes what time it is.
     *
     * @return whether its window has ended, or it has settled, since it was last emitted
     */
    public boolean look(long clock) {
        if (clock <= canChangeUntil()) {
            totals.passedAt = RowTotals.NEVER;
        } else if (totals.passedAt == RowTotals.NEVER) {
            totals.passedAt = clock;
        }
        return isSettled(clock) || (isOver(clock) && !totals.emittedAsOver);
    }

    /** The row as it is at {@code clock}, to be emitted. */
    public KpiRow emit(long clock) {
        Where where = where();
        totals.emittedAsOver = isOver(clock);
        return new KpiRow(
                key.subject(),
                key.place(),
                key.window(),
                where.extent.startsAt(),
                where.extent.endsAt(),
                where.mainZone,
                totals.listeners,
                totals.returningListeners,
                totals.numbers,
                totals.emittedAsOver,
                isSettled(clock),
                clock);
    }

    /** Once the clock has passed the returned time, call {@link #look} again. */
    public long nextOnClock(long clock) {
        if (!isOver(clock)) {
            return totals.endsAt;
        }
        return totals.passedAt == RowTotals.NEVER ? canChangeUntil() : plus(totals.passedAt, BeforeImage.BEHIND_MS);
    }

    /**
     * Whether the row is final. The clock must have passed {@link #canChangeUntil} for good: see {@link BeforeImage#BEHIND_MS}.
     */
    public boolean isSettled(long clock) {
        return clock == Clocks.ENDED
                || (totals.passedAt != RowTotals.NEVER && clock > plus(totals.passedAt, BeforeImage.BEHIND_MS));
    }

    private boolean isOver(long clock) {
        return clock > totals.endsAt;
    }

    /**
     * The time until which a session of this window may still be read. An open session will be emitted again, so the row
     * waits for it without limit. A country or the world waits for the window to end in every zone, since the last zone may
     * not have been seen yet.
     */
    private long canChangeUntil() {
        if (totals.numbers.openSessions() > 0) {
            return Long.MAX_VALUE;
        }
        long endsAt =
                key.place().rollsUp() ? Math.max(totals.endsAt, Extent.endsEverywhere(key.window())) : totals.endsAt;
        return Math.max(totals.settledAfter, plus(endsAt, longestSessionMs + totals.settlingMs));
    }

    private static long plus(long time, long more) {
        return time > Long.MAX_VALUE - more ? Long.MAX_VALUE : time + more;
    }

    /** Where the row's sessions and runs are; an empty row is where its place is. */
    private Where where() {
        String main = null;
        int most = 0;
        long startsAt = Long.MAX_VALUE;
        long endsAt = Long.MIN_VALUE;
        for (Map.Entry<String, Integer> zone : zones.all()) {
            Extent extent = Extent.of(key.window(), LocalTime.rules(zone.getKey()));
            startsAt = Math.min(startsAt, extent.startsAt());
            endsAt = Math.max(endsAt, extent.endsAt());
            boolean first = zone.getValue() == most && zone.getKey().compareTo(main) < 0;
            if (zone.getValue() > most || first) {
                main = zone.getKey();
                most = zone.getValue();
            }
        }
        if (main == null) {
            String zone = key.place().rollsUp() ? Place.NO_ZONE : key.place().timeZone();
            return new Where(zone, Extent.of(key.window(), LocalTime.rules(zone)));
        }
        return new Where(main, new Extent(startsAt, endsAt));
    }

    private record Where(String mainZone, Extent extent) {}
}
