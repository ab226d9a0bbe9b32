package dev.segue.adapters.web.kept;

import dev.segue.domain.alert.Incident;
import dev.segue.domain.kpi.Kpi;
import dev.segue.domain.kpi.Place;
import dev.segue.domain.kpi.Subject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The incidents that are kept; beyond the bound, the one that was told of longest ago is let go. */
final class Incidents {

    private final int most;
    private final Map<String, Incident> byId = new LinkedHashMap<>();
    private long letGo;

    Incidents(int most) {
        this.most = most;
    }

    int kept() {
        return byId.size();
    }

    int most() {
        return most;
    }

    long letGo() {
        return letGo;
    }

    void put(Incident incident) {
        byId.remove(incident.id());
        byId.put(incident.id(), incident);
        while (byId.size() > most) {
            byId.remove(byId.keySet().iterator().next());
            letGo++;
        }
    }

    /** Those of one KPI of one subject in one place, in no order. */
    List<Incident> of(Kpi kpi, Subject subject, Place place) {
        return byId.values().stream()
                .filter(incident -> incident.kpi() == kpi
                        && incident.subject().equals(subject)
                        && incident.place().equals(place))
                .toList();
    }

    /** Those that are open first, then the latest first. */
    List<Incident> all() {
        List<Incident> all = new ArrayList<>(byId.values());
        all.sort(Comparator.comparing((Incident incident) -> incident.status() != Incident.Status.OPEN)
                .thenComparing(Comparator.comparingLong(Incident::since).reversed())
                .thenComparing(Incident::id));
        return all;
    }
}
