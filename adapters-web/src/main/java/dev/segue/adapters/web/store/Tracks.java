package dev.segue.adapters.web.store;

import dev.segue.adapters.web.store.packed.PackedTracks;
import dev.segue.domain.kpi.KpiKey;
import dev.segue.domain.kpi.KpiWindow;
import dev.segue.domain.kpi.Place;
import dev.segue.domain.kpi.Subject;
import dev.segue.domain.kpi.track.TrackKpis;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** The track KPIs in memory, packed; when their memory is full, those of the subject updated longest ago are evicted. */
final class Tracks {

    /** Bytes of a subject and its weeks, without its texts. */
    private static final long BARE = 136;

    /** Bytes of a week, without what is packed. */
    private static final long PLACE = 48;

    private final Room room;
    private final Map<Subject, NavigableMap<LocalDateTime, byte[]>> bySubject = new LinkedHashMap<>();

    private int weeks;

    Tracks(Room room) {
        this.room = room;
    }

    /** Counts weeks of subjects. */
    Memory.Fill fill() {
        return room.fill(weeks);
    }

    void put(TrackKpis kpis) {
        Subject subject = kpis.key().subject();
        NavigableMap<LocalDateTime, byte[]> known = bySubject.remove(subject);
        NavigableMap<LocalDateTime, byte[]> ofSubject = known == null ? new TreeMap<>() : known;
        bySubject.put(subject, ofSubject);
        byte[] packed = PackedTracks.pack(kpis);
        byte[] before = ofSubject.put(kpis.key().window().start(), packed);
        room.take((known == null ? weight(subject) : 0) + weight(packed) - (before == null ? 0 : weight(before)));
        weeks += before == null ? 1 : 0;
        while (room.isShortOf(weeks)) {
            evictOldest();
        }
    }

    private void evictOldest() {
        Subject oldest = bySubject.keySet().iterator().next();
        NavigableMap<LocalDateTime, byte[]> gone = bySubject.remove(oldest);
        room.give(weight(oldest)
                + gone.values().stream().mapToLong(Tracks::weight).sum());
        room.countEvicted(gone.size());
        weeks -= gone.size();
    }

    private static long weight(Subject subject) {
        return BARE + Weight.of(subject.id()) + Weight.of(subject.edition());
    }

    private static long weight(byte[] packed) {
        return PLACE + Weight.of(packed);
    }

    /** The latest weeks of a subject, oldest first; empty if there are none. */
    List<TrackKpis> of(Subject subject, int atMost) {
        List<TrackKpis> found = new ArrayList<>();
        NavigableMap<LocalDateTime, byte[]> ofSubject = bySubject.get(subject);
        if (ofSubject == null) {
            return found;
        }
        for (Map.Entry<LocalDateTime, byte[]> week : ofSubject.descendingMap().entrySet()) {
            if (found.size() == atMost) {
                break;
            }
            KpiWindow window = new KpiWindow(KpiWindow.Period.WEEK, week.getKey(), null);
            found.add(0, PackedTracks.unpack(week.getValue(), new KpiKey(subject, Place.WORLD, window)));
        }
        return found;
    }
}
