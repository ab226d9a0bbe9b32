package dev.segue.adapters.web.store;

import static java.util.Objects.requireNonNull;

import dev.segue.domain.alert.Policy;
import dev.segue.domain.alert.Watch;
import dev.segue.domain.alert.baseline.AlertRules;
import dev.segue.domain.kpi.Kpi;
import dev.segue.domain.kpi.Place;
import dev.segue.domain.kpi.Subject;
import java.util.Optional;

/** The policies and rules of the alerts job, as in the configuration of the page. */
public record AlertSettings(Watch watch, AlertRules rules) {

    /** Used unless configured otherwise. */
    public static final AlertSettings BY_DEFAULT = new AlertSettings(new Watch(Policy.DEFAULTS), AlertRules.DEFAULT);

    public AlertSettings {
        requireNonNull(watch, "watch");
        requireNonNull(rules, "rules");
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

    private Optional<Policy> watching(Kpi kpi, Subject subject, Place place) {
        return watch.over(kpi, subject, place);
    }
}
