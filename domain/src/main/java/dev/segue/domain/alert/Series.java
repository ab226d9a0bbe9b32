package dev.segue.domain.alert;

import static java.util.Objects.requireNonNull;

import dev.segue.domain.kpi.Kpi;
import dev.segue.domain.kpi.Place;
import dev.segue.domain.kpi.Subject;
import java.time.LocalDateTime;

/**
 * What one policy watches in one place: one KPI of one subject, hour after hour.
 *
 * @param policy the policy's name
 * @param place a country, all its zones together
 */
public record Series(String policy, Kpi kpi, Subject subject, Place place) {

    public Series {
        requireNonNull(policy, "policy");
        requireNonNull(kpi, "kpi");
        requireNonNull(subject, "subject");
        if (place.country() == null || !place.rollsUp()) {
            throw new IllegalArgumentException("a series is of a whole country, but the place is " + place);
        }
    }

    /** Its name as text, without spaces or slashes of its own but for those that the subject's id brings. */
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
