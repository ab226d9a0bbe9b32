package dev.segue.domain.alert;

import static java.util.Objects.requireNonNull;

import dev.segue.domain.kpi.Kpi;
import dev.segue.domain.kpi.Place;
import dev.segue.domain.kpi.Subject;
import java.time.LocalDateTime;

/**
 * What one policy watches in one place: one KPI of one subject, hour by hour.
 *
 * @param policy the policy's name
 * @param place a country, with all its time zones
 */
public record Series(String policy, Kpi kpi, Subject subject, Place place) {

    public Series {
        requireNonNull(policy, "policy");
        requireNonNull(kpi, "kpi");
        requireNonNull(subject, "subject");
        if (!place.coversWholeCountry()) {
            throw new IllegalArgumentException("a series must cover a whole country, but the place is " + place);
        }
    }

    /** Its name as text. Contains no spaces, and no slashes except its separators and those in the subject's id. */
    public String key() {
        String thing =
                subject.id() == null ? subject.kind().name() : subject.kind().name() + ":" + subject.id();
        return policy + "/" + kpi.name() + "/" + place.country() + "/" + thing;
    }

    /** The id of the incident of this series that begins with the hour {@code since}, by local clocks. */
    String incidentSince(LocalDateTime since) {
        return key() + "/" + since;
    }
}
