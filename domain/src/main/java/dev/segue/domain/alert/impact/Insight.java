package dev.segue.domain.alert.impact;

import dev.segue.domain.alert.Evaluation;
import dev.segue.domain.alert.Policy;
import dev.segue.domain.alert.baseline.Reading;
import dev.segue.domain.alert.baseline.Usual;
import dev.segue.domain.kpi.KpiKey;
import dev.segue.domain.kpi.KpiRow;
import java.util.Comparator;
import java.util.Optional;

/**
 * A KPI that is not as expected in one hour or day, whether or not that is an incident, and how many listeners it affects.
 *
 * @param of whose KPI it is, where and when
 * @param policy the policy that watches it
 * @param found how far it is from its baseline
 */
public record Insight(KpiKey of, Policy policy, Evaluation found, Impact impact) {

    /** What affects most listeners is first; of equals, what is further from expected. */
    public static final Comparator<Insight> MOST_AFFECTED_FIRST = Comparator.comparingDouble(
                    (Insight insight) -> -insight.impact().affected())
            .thenComparingDouble(insight -> -insight.found().effect())
            .thenComparing(insight -> insight.of().place().country())
            .thenComparing(insight -> insight.of().subject().kind())
            .thenComparing(insight -> insight.of().subject().id(), Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(insight -> insight.policy().name());

    /** Of the sessions of an hour that can be judged, at most this share is still open. */
    private static final double MOST_OPEN = 0.1;

    /**
     * Judges a value; empty when there is nothing to compare it with, or it is calm.
     *
     * @param reading the value
     * @param usual its baseline; null if too little is known
     * @param listeners who were there
     * @param usualListeners who were expected
     */
    public static Optional<Insight> of(
            KpiKey of, Policy policy, Reading reading, Usual usual, double listeners, double usualListeners) {
        if (reading == null || usual == null) {
            return Optional.empty();
        }
        return policy.remarkable(reading, usual)
                .map(found -> new Insight(
                        of, policy, found, Impact.of(found.value(), found.usual(), listeners, usualListeners)));
    }

    /**
     * Whether a window is complete enough to be compared with those of earlier weeks: it is over, and nearly all of its
     * sessions have ended, or it ended so long ago that its values count as settled.
     *
     * @param clock of the rows
     * @param settledMs how long after its end that is, in milliseconds
     */
    public static boolean isComplete(KpiRow row, long clock, long settledMs) {
        boolean fewOpen =
                row.numbers().openSessions() <= MOST_OPEN * row.numbers().sessions();
        return row.over() && (fewOpen || clock - row.endsAt() >= settledMs);
    }
}
