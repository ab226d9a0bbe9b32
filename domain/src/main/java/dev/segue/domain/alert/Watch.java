package dev.segue.domain.alert;

import dev.segue.domain.alert.baseline.LocalHour;
import dev.segue.domain.kpi.Kpi;
import dev.segue.domain.kpi.KpiRow;
import dev.segue.domain.kpi.KpiWindow.Period;
import dev.segue.domain.kpi.Place;
import dev.segue.domain.kpi.Subject;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Selects from a KPI row what the policies watch: the hours of whole countries. */
public record Watch(List<Policy> policies) implements Serializable {

    public Watch {
        policies = List.copyOf(policies);
        Set<String> names = policies.stream().map(Policy::name).collect(Collectors.toSet());
        if (names.size() < policies.size()) {
            throw new IllegalArgumentException("two policies have the same name");
        }
    }

    /**
     * One observation per policy that watches the row; none for another period, a single zone, an edition, or the
     * world.
     */
    public List<Observation> in(KpiRow row) {
        List<Observation> found = new ArrayList<>();
        boolean isCountrysHour =
                row.window().period() == Period.HOUR && row.place().coversWholeCountry();
        if (isCountrysHour) {
            for (Policy policy : policies) {
                if (watches(policy, row.subject(), row.place())) {
                    found.add(observation(policy, row));
                }
            }
        }
        return found;
    }

    /** The policy of a series, or null when no policy watches it (any more). */
    public Policy policy(Series series) {
        return policies.stream()
                .filter(policy -> policy.name().equals(series.policy())
                        && policy.kpi() == series.kpi()
                        && watches(policy, series.subject(), series.place()))
                .findFirst()
                .orElse(null);
    }

    /**
     * The first policy that watches a KPI of a subject in a place, whatever the length of its windows. For places that
     * are not countries, one that watches all countries.
     */
    public Optional<Policy> over(Kpi kpi, Subject subject, Place place) {
        return policies.stream()
                .filter(policy -> policy.kpi() == kpi && watches(policy, subject, place))
                .findFirst();
    }

    private static boolean watches(Policy policy, Subject subject, Place place) {
        return policy.subjects().include(subject) && policy.watchesCountry(place.country());
    }

    private static Observation observation(Policy policy, KpiRow row) {
        Kpi kpi = policy.kpi();
        return new Observation(
                new Series(policy.name(), kpi, row.subject(), row.place()),
                LocalHour.of(row.window().start()),
                row.mainTimeZone(),
                kpi.of(row).orElse(Double.NaN),
                kpi.sample(row),
                row.numbers().sessions(),
                row.asOf());
    }
}
