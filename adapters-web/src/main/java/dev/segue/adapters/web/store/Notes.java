package dev.segue.adapters.web.store;

import dev.segue.domain.alert.AlertNote;
import java.util.LinkedHashMap;
import java.util.Map;

/** The latest note about each incident; beyond the limit, the one written longest ago is evicted. */
final class Notes {

    /** Of at most 1,000 characters each: a few megabytes. */
    private static final int MOST = 2_000;

    private final Map<String, AlertNote> byIncident = new LinkedHashMap<>();

    void put(AlertNote note) {
        byIncident.remove(note.incident());
        byIncident.put(note.incident(), note);
        if (byIncident.size() > MOST) {
            byIncident.remove(byIncident.keySet().iterator().next());
        }
    }

    void remove(String incident) {
        byIncident.remove(incident);
    }

    /** Null if there is none. */
    AlertNote about(String incident) {
        return byIncident.get(incident);
    }
}
