package dev.segue.adapters.web.view;

import dev.segue.adapters.web.store.AlertSettings;
import dev.segue.domain.alert.Incident.Direction;
import dev.segue.domain.alert.Policy;
import dev.segue.domain.alert.baseline.AlertRules;
import dev.segue.domain.kpi.WeeklyPattern;
import java.util.List;

/**
 * How the page computes what is usual, expected or normal, with the numbers of its configuration.
 *
 * @param weeks with how many earlier weeks a window is compared, at most
 * @param leastWeeks with how many, at least
 * @param agesMs how long after its end the alerts job evaluates an hour, ascending
 * @param newNormalMs an incident that lasts this long becomes the new baseline
 * @param policies what is unusual, by policy; at most {@value #MOST_POLICIES}
 * @param morePolicies how many more there are
 * @param audience how the usual audience is computed
 */
record Normal(
        int weeks,
        int leastWeeks,
        List<Long> agesMs,
        long newNormalMs,
        List<Rule> policies,
        int morePolicies,
        Audience audience) {

    private static final int MOST_POLICIES = 20;

    /**
     * When a value is unusual.
     *
     * @param opensPast its score is higher
     * @param closesBelow it is calm when its score is lower
     * @param leastEffect it is that far from expected, as a share of the larger of both
     * @param leastSample the expected value rests on so many listeners, sessions, runs or plays
     * @param consecutive so many evaluations in a row open an incident, or close it
     */
    record Rule(
            String policy,
            String kpi,
            List<Direction> directions,
            double opensPast,
            double closesBelow,
            double leastEffect,
            int leastSample,
            int consecutive) {

        private static Rule of(Policy policy) {
            return new Rule(
                    policy.name(),
                    policy.kpi().name(),
                    policy.directions().stream().sorted().toList(),
                    policy.opensPast(),
                    policy.closesBelow(),
                    policy.leastEffect(),
                    policy.leastSample(),
                    policy.consecutive());
        }
    }

    /**
     * What is usual at a time of the week.
     *
     * @param slotMs the length of what is compared
     * @param weeks with how many earlier weeks, at most
     * @param leastWeeks with how many, at least
     */
    record Audience(long slotMs, int weeks, int leastWeeks) {}

    static Normal of(AlertSettings settings) {
        AlertRules rules = settings.rules();
        List<Policy> policies = settings.watch().policies();
        return new Normal(
                rules.weeks(),
                rules.leastWeeks(),
                rules.agesMs(),
                rules.newNormalMs(),
                policies.stream().limit(MOST_POLICIES).map(Rule::of).toList(),
                Math.max(0, policies.size() - MOST_POLICIES),
                new Audience(WeeklyPattern.SLOT_MS, WeeklyPattern.WEEKS, WeeklyPattern.LEAST_WEEKS));
    }
}
