package dev.segue.domain.alert;

import dev.segue.domain.kpi.Kpi;
import dev.segue.domain.kpi.KpiRow;
import dev.segue.domain.kpi.Slot.Period;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds in a KPI row what the policies watch: the hours of whole countries. */
public record Watch(List<Policy> policies) implements Serializable {

    public Watch {
        policies = List.copyOf(policies);
        Set<String> names = policies.stream().map(Policy::name).collect(Collectors.toSet());
        if (names.size() < policies.size()) {
            throw new IllegalArgumentException("two policies have the same name");
        }
    }

    /** One for every policy that watches it; none for a row of another period, zone or edition, or of the world. */
    public List<Observation> in(KpiRow row) {
        List<Observation> found = new ArrayList<>();
        boolean isCountrysHour = row.slot().period() == Period.HOUR
                && row.place().country() != null
                && row.place().rollsUp();
        if (isCountrysHour) {
            for (Policy policy : policies) {
                if (policy.subjects().include(row.subject())
                        && policy.watchesCountry(row.place().country())) {
                    found.add(observation(policy, row));
                }
            }
        }
        return found;
    }

    /** The policy of that name, or null when there is none (any more). */
    public Policy policy(String name) {
        return policies.stream()
                .filter(policy -> policy.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    private static Observation observation(Policy policy, KpiRow row) {
        Kpi kpi = policy.kpi();
        return new Observation(
                new Series(policy.name(), kpi, row.subject(), row.place()),
                LocalHour.of(row.slot().start()),
                row.mainTimeZone(),
                kpi.of(row).orElse(Double.NaN),
                Sample.of(kpi, row),
                row.sessions(),
                row.asOf());
    }
}
