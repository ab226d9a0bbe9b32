package dev.segue.adapters.web.store;

import dev.segue.adapters.web.store.packed.Packer;
import dev.segue.adapters.web.store.packed.Unpacker;
import dev.segue.domain.history.TrackName;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** Titles and artists of tracks; when their memory is full, those read longest ago are evicted. */
final class Titles {

    /** Bytes of an entry in the map. */
    private static final long PLACE = 48;

    private final Room room;
    private final Map<String, byte[]> byTrack = new LinkedHashMap<>();

    private Function<String, TrackName> elsewhere = trackId -> TrackName.UNKNOWN;

    Titles(Room room) {
        this.room = room;
    }

    Memory.Fill fill() {
        return room.fill(byTrack.size());
    }

    /** Tracks not stored here are looked up there. */
    void alsoFrom(Function<String, TrackName> names) {
        elsewhere = names;
    }

    /** Title and artist of a track; {@link TrackName#UNKNOWN} if they are not known. */
    TrackName of(String trackId) {
        byte[] packed = byTrack.get(trackId);
        if (packed == null) {
            return elsewhere.apply(trackId);
        }
        Unpacker from = new Unpacker(packed);
        return new TrackName(from.text(), from.text(), null);
    }

    /** Stores a name; a track without a title, or with a blank one, is removed. */
    void put(String trackId, TrackName name) {
        remove(trackId);
        if (isNone(name.title())) {
            return;
        }
        byte[] packed = new Packer()
                .text(name.title())
                .text(isNone(name.artist()) ? null : name.artist())
                .packed();
        byTrack.put(trackId, packed);
        room.take(weight(trackId, packed));
        while (room.isShortOf(byTrack.size())) {
            remove(byTrack.keySet().iterator().next());
            room.countEvicted(1);
        }
    }

    private static boolean isNone(String text) {
        return text == null || text.isBlank();
    }

    void remove(String trackId) {
        byte[] gone = byTrack.remove(trackId);
        if (gone != null) {
            room.give(weight(trackId, gone));
        }
    }

    private static long weight(String trackId, byte[] packed) {
        return PLACE + Weight.of(trackId) + Weight.of(packed);
    }
}
