package dev.segue.domain.kpi;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a change of one session changes in one row.
 *
 * @param taken what it had added, or null
 * @param takenFrom the listener and zone that {@code taken} was of, or null
 * @param added what it adds now, or null
 * @param addedTo the listener and zone that {@code added} is of, or null
 * @param canChangeUntil until when, on the acceptance clock, what it adds can change, as far as can be told now
 * @param settlingMs how long after its end no event can change the session any more
 */
public record Difference(
        KpiKey key,
        Contribution taken,
        Whose takenFrom,
        Contribution added,
        Whose addedTo,
        long canChangeUntil,
        long settlingMs) {

    /** Whose session it is. */
    public record Whose(String listener, String timeZone) {

        static Whose of(CountedSession session) {
            return new Whose(session.listener(), session.timeZone());
        }
    }

    /** Whether it only tells that the row can change for longer. */
    boolean changesNothing() {
        return taken != null && taken.equals(added) && takenFrom.equals(addedTo);
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
    static List<Difference> between(
            CountedSession before, CountedSession after, long canChangeUntil, boolean sameTime) {
        Map<KpiKey, Contribution> taken = Contributions.of(before);
        Map<KpiKey, Contribution> added = Contributions.of(after);
        Set<KpiKey> keys = new LinkedHashSet<>(taken.keySet());
        keys.addAll(added.keySet());
        CountedSession latest = after == null ? before : after;
        List<Difference> differences = new ArrayList<>(keys.size());
        for (KpiKey key : keys) {
            Contribution was = taken.get(key);
            Contribution is = added.get(key);
            Difference difference = new Difference(
                    key,
                    was,
                    was == null ? null : Whose.of(before),
                    is,
                    is == null ? null : Whose.of(after),
                    canChangeUntil,
                    latest.settlingMs());
            boolean sameTimes = sameTime && before != null && before.settlingMs() == latest.settlingMs();
            if (!difference.changesNothing() || !sameTimes) {
                differences.add(difference);
            }
        }
        return differences;
    }
}
