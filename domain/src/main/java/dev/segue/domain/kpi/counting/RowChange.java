package dev.segue.domain.kpi.counting;

import dev.segue.domain.kpi.KpiKey;
import dev.segue.domain.kpi.KpiNumbers;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a change of one session changes in one row: its former numbers are retracted, its present ones accumulated.
 *
 * @param retract what it had added, or null
 * @param retractFrom the listener and zone that {@code retract} was of, or null
 * @param accumulate what it adds now, or null
 * @param accumulateTo the listener and zone that {@code accumulate} is of, or null
 * @param canChangeUntil until when, on the acceptance clock, what it adds can change, as far as is known now
 * @param settlingMs how long after its end no event can change the session any more, in milliseconds
 */
public record RowChange(
        KpiKey key,
        KpiNumbers retract,
        Whose retractFrom,
        KpiNumbers accumulate,
        Whose accumulateTo,
        long canChangeUntil,
        long settlingMs) {

    /** Whose session it is. */
    public record Whose(String listener, String timeZone) {

        static Whose of(CountedSession session) {
            return new Whose(session.listener(), session.timeZone());
        }
    }

    /** Whether the numbers stay the same, and only the row can change for longer. */
    boolean changesNothing() {
        return retract != null && retract.equals(accumulate) && retractFrom.equals(accumulateTo);
    }

    /**
     * What changes, row by row, when {@code after} replaces {@code before}. A row for which only the time has changed until
     * which it can change is among them.
     *
     * @param before null when nothing was counted
     * @param after null when nothing is counted any more
     * @param canChangeUntil until when, on the acceptance clock, that can change
     * @param sameTime whether it could change until then before, too
     */
    static List<RowChange> between(CountedSession before, CountedSession after, long canChangeUntil, boolean sameTime) {
        Map<KpiKey, KpiNumbers> retracted = RowContributions.of(before);
        Map<KpiKey, KpiNumbers> accumulated = RowContributions.of(after);
        Set<KpiKey> keys = new LinkedHashSet<>(retracted.keySet());
        keys.addAll(accumulated.keySet());
        CountedSession latest = after == null ? before : after;
        List<RowChange> changes = new ArrayList<>(keys.size());
        for (KpiKey key : keys) {
            KpiNumbers was = retracted.get(key);
            KpiNumbers is = accumulated.get(key);
            RowChange change = new RowChange(
                    key,
                    was,
                    was == null ? null : Whose.of(before),
                    is,
                    is == null ? null : Whose.of(after),
                    canChangeUntil,
                    latest.settlingMs());
            boolean sameTimes = sameTime && before != null && before.settlingMs() == latest.settlingMs();
            if (!change.changesNothing() || !sameTimes) {
                changes.add(change);
            }
        }
        return changes;
    }
}
