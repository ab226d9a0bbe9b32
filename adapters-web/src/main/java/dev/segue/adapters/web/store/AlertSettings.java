package dev.segue.adapters.web.store;

import static java.util.Objects.requireNonNull;

import dev.segue.domain.alert.AlertRules;
import dev.segue.domain.alert.Policy;
import dev.segue.domain.alert.Watch;
import dev.segue.domain.kpi.Kpi;
import dev.segue.domain.kpi.Place;
import dev.segue.domain.kpi.Subject;
import java.util.Optional;

/** What the alerts job finds unusual, as far as the page was told: what it watches, and what it compares with. */
public record AlertSettings(Watch watch, AlertRules rules) {

    /** Where nothing else is configured. */
    public static final AlertSettings BY_DEFAULT = new AlertSettings(new Watch(Policy.DEFAULTS), AlertRules.DEFAULT);

    public AlertSettings {
        requireNonNull(watch, "watch");
        requireNonNull(rules, "rules");
    }

    /** The policy that watches it; where none does, the one that would without a word of configuration. */
    public Policy policy(Kpi kpi, Subject subject, Place place) {
        return watching(kpi, subject, place).orElseGet(() -> Policy.of(kpi.name(), kpi));
    }

    /** The name of the policy that watches it; empty where none does. */
    public Optional<String> nameOfPolicy(Kpi kpi, Subject subject, Place place) {
        return watching(kpi, subject, place).map(Policy::name);
    }

    /** Whether some days there are holidays, so that they are not compared. */
    public boolean knowsHolidaysIn(Place place) {
        return place.country() != null && rules.holidays().byCountry().containsKey(place.country());
    }

    private Optional<Policy> watching(Kpi kpi, Subject subject, Place place) {
        return watch.over(kpi, subject, place);
    }
}
