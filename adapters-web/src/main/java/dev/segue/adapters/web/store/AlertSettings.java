package dev.segue.adapters.web.store;

import static java.util.Objects.requireNonNull;

import dev.segue.domain.alert.Policy;
import dev.segue.domain.alert.Watch;
import dev.segue.domain.alert.baseline.AlertRules;
import dev.segue.domain.alert.impact.SeverityLevels;
import dev.segue.domain.kpi.Kpi;
import dev.segue.domain.kpi.KpiRow;
import dev.segue.domain.kpi.KpiWindow;
import dev.segue.domain.kpi.Place;
import dev.segue.domain.kpi.Subject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The policies and rules of the alerts job, as in the configuration of the page.
 *
 * @param levels from which impact on an incident is severe; the job does not know them
 */
public record AlertSettings(Watch watch, AlertRules rules, SeverityLevels levels) {

    /** Used unless configured otherwise. */
    public static final AlertSettings BY_DEFAULT = new AlertSettings(new Watch(Policy.DEFAULTS), AlertRules.DEFAULT);

    public AlertSettings {
        requireNonNull(watch, "watch");
        requireNonNull(rules, "rules");
        requireNonNull(levels, "levels");
    }

    /** With the default levels. */
    public AlertSettings(Watch watch, AlertRules rules) {
        this(watch, rules, SeverityLevels.DEFAULT);
    }

    /** The policy that watches this KPI; if none does, the default policy. */
    public Policy policy(Kpi kpi, Subject subject, Place place) {
        return watching(kpi, subject, place).orElseGet(() -> Policy.of(kpi.name(), kpi));
    }

    /** The name of the policy that watches this KPI; empty if none does. */
    public Optional<String> nameOfPolicy(Kpi kpi, Subject subject, Place place) {
        return watching(kpi, subject, place).map(Policy::name);
    }

    /** Whether holidays are configured for the country of a place; those days are not compared. */
    public boolean knowsHolidaysIn(Place place) {
        return place.country() != null && rules.holidays().byCountry().containsKey(place.country());
    }

    /** The policies that watch a subject in a place, at most one for each KPI. */
    public List<Policy> policies(Subject subject, Place place) {
        return Stream.of(Kpi.values())
                .flatMap(kpi -> watching(kpi, subject, place).stream())
                .toList();
    }

    /** Whether a row is of a country, by the hour or the day, and large enough for some policy to judge it. */
    boolean canJudge(KpiRow row) {
        return row.window().period() != KpiWindow.Period.WEEK
                && row.place().coversWholeCountry()
                && policies(row.subject(), row.place()).stream()
                        .anyMatch(policy -> policy.kpi().sample(row) >= policy.leastSample());
    }

    private Optional<Policy> watching(Kpi kpi, Subject subject, Place place) {
        return watch.over(kpi, subject, place);
    }
}
