package dev.segue.adapters.web.store;

import dev.segue.domain.alert.Incident;
import dev.segue.domain.kpi.Kpi;
import dev.segue.domain.kpi.Place;
import dev.segue.domain.kpi.Subject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The incidents in memory; beyond the limit, the one updated longest ago is evicted. */
final class Incidents {

    /** Bytes of an incident without its texts. */
    private static final long BARE = 360;

    private final Room room;
    private final Map<String, Incident> byId = new LinkedHashMap<>();

    Incidents(Room room) {
        this.room = room;
    }

    Memory.Fill fill() {
        return room.fill(byId.size());
    }

    void put(Incident incident) {
        remove(incident.id());
        byId.put(incident.id(), incident);
        room.take(weight(incident));
        while (room.isShortOf(byId.size())) {
            remove(byId.keySet().iterator().next());
            room.countEvicted(1);
        }
    }

    private void remove(String id) {
        Incident gone = byId.remove(id);
        if (gone != null) {
            room.give(weight(gone));
        }
    }

    private static long weight(Incident of) {
        return BARE
                + Weight.of(of.id())
                + Weight.of(of.policy())
                + Weight.of(of.sentence())
                + Weight.of(of.subject().id())
                + Weight.of(of.subject().edition())
                + Weight.of(of.place().country());
    }

    /** Null if there is none. */
    Incident at(String id) {
        return byId.get(id);
    }

    int open() {
        return (int) byId.values().stream()
                .filter(incident -> incident.status() == Incident.Status.OPEN)
                .count();
    }

    /** All, by what they are about. */
    Map<About, List<Incident>> bySeries() {
        return byId.values().stream().collect(Collectors.groupingBy(About::of));
    }

    /** What an incident is about. */
    record About(Kpi kpi, Subject subject, Place place) {
        static About of(Incident incident) {
            return new About(incident.kpi(), incident.subject(), incident.place());
        }
    }

    /** Incidents of one KPI, subject and place, in no particular order. */
    List<Incident> of(Kpi kpi, Subject subject, Place place) {
        return byId.values().stream()
                .filter(incident -> incident.kpi() == kpi
                        && incident.subject().equals(subject)
                        && incident.place().equals(place))
                .toList();
    }

    /** Open ones first, then the latest first. */
    List<Incident> all() {
        List<Incident> all = new ArrayList<>(byId.values());
        all.sort(Comparator.comparing((Incident incident) -> incident.status() != Incident.Status.OPEN)
                .thenComparing(Comparator.comparingLong(Incident::since).reversed())
                .thenComparing(Incident::id));
        return all;
    }
}
