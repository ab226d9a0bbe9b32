package dev.segue.benchmarks.incidents;

import dev.segue.benchmarks.incidents.crowd.Crowd;
import dev.segue.benchmarks.incidents.crowd.Hour;
import dev.segue.benchmarks.incidents.crowd.Visit;
import dev.segue.domain.alert.Incident;
import dev.segue.domain.alert.Incident.Direction;
import dev.segue.domain.alert.Observation;
import dev.segue.domain.alert.Policy;
import dev.segue.domain.alert.Series;
import dev.segue.domain.alert.SeriesWatch;
import dev.segue.domain.alert.baseline.AlertRules;
import dev.segue.domain.clock.Clocks;
import dev.segue.domain.kpi.Place;
import dev.segue.domain.kpi.Subject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The rule of the alerts job, with one policy. */
record SegueDetector(Policy policy, AlertRules rules) {

    /** The incidents opened at or after {@code from}; withdrawn ones count, because they raised an alarm. */
    List<Detected> incidentsIn(Crowd crowd, List<Hour> hours, long from) {
        Series series = new Series(
                policy.name(),
                policy.kpi(),
                new Subject(Subject.Kind.PLAYLIST, "playlist-" + crowd.playlist(), null),
                new Place(crowd.country().code(), null));
        Map<String, Incident> result = new LinkedHashMap<>();
        SeriesWatch watch = null;
        for (Visit visit : Visit.inOrder(hours, rules.agesMs())) {
            Observation observation = observation(series, crowd, visit);
            if (watch == null) {
                watch = SeriesWatch.beginning(observation, policy, rules);
            }
            note(watch.advance(Clocks.at(visit.at() - 1)), result);
            note(watch.accept(observation), result);
        }
        return result.values().stream()
                .filter(incident -> incident.openedAt() >= from)
                .map(incident -> new Detected(
                        incident.direction() == Direction.LOWER,
                        incident.since(),
                        incident.until(),
                        incident.openedAt()))
                .toList();
    }

    private static void note(List<Incident> incidents, Map<String, Incident> result) {
        incidents.forEach(incident -> result.merge(incident.id(), incident, SegueDetector::widest));
    }

    /** The later revision; for a withdrawn incident, its first opening still counts. */
    private static Incident widest(Incident before, Incident after) {
        return after.status() == Incident.Status.WITHDRAWN ? before : after;
    }

    private Observation observation(Series series, Crowd crowd, Visit visit) {
        Hour hour = visit.hour();
        int sessions = hour.at(visit.age()).sessions();
        return new Observation(
                series,
                hour.number(),
                crowd.country().zone().getId(),
                value(hour.at(visit.age())),
                sessions,
                sessions,
                visit.at());
    }

    private double value(Hour.Known known) {
        return switch (policy.kpi()) {
            case SESSIONS, LISTENERS -> known.sessions();
            case LISTENED_TIME -> known.listenedMs();
            case SONGS_PER_RUN -> known.sessions() == 0 ? Double.NaN : known.songs() / known.sessions();
            default -> throw new IllegalStateException(policy.kpi() + " is not simulated");
        };
    }
}
