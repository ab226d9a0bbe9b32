package dev.segue.domain.alert.baseline;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Days on which a country's hours are neither evaluated nor used as a baseline. */
public record Holidays(Map<String, Set<LocalDate>> byCountry) implements Serializable {

    public static final Holidays NONE = new Holidays(Map.of());

    public Holidays {
        Map<String, Set<LocalDate>> copies = new HashMap<>();
        byCountry.forEach((country, days) -> copies.put(country, Set.copyOf(days)));
        byCountry = Map.copyOf(copies);
    }

    /** Whether the day is a holiday of the country; null, all countries together, has none. */
    boolean include(String country, LocalDate day) {
        return country != null && byCountry.getOrDefault(country, Set.of()).contains(day);
    }
}
