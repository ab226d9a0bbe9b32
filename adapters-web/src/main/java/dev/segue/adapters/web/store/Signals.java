package dev.segue.adapters.web.store;

import dev.segue.adapters.web.store.packed.PackedSignal;
import dev.segue.domain.signal.now.Signal;
import java.util.LinkedHashMap;
import java.util.Map;

/** The newest signal of each listener, and those before it; beyond the limit, the one updated longest ago is evicted. */
final class Signals {

    /** Bytes of an entry in the map. */
    private static final long PLACE = 48;

    private final Room room;
    private final PastSignals past;
    private final Minutes minutes;
    private final Map<String, byte[]> byListener = new LinkedHashMap<>();

    private long newestReceivedAt = Long.MIN_VALUE;

    Signals(Room room, PastSignals past, Minutes minutes) {
        this.room = room;
        this.past = past;
        this.minutes = minutes;
    }

    Memory.Fill fill() {
        return room.fill(byListener.size());
    }

    /** Null if there is none. */
    Signal of(String listener) {
        byte[] packed = byListener.get(listener);
        return packed == null ? null : PackedSignal.unpack(packed, listener);
    }

    /** When the newest signal of a listener was written; null if there is none. */
    Long receivedAt(String listener) {
        byte[] packed = byListener.get(listener);
        return packed == null ? null : Long.valueOf(PackedSignal.at(packed));
    }

    /** When the newest signal of all was written; {@link Long#MIN_VALUE} before any. */
    long newestReceivedAt() {
        return newestReceivedAt;
    }

    /**
     * Stores a signal, unless the listener already has one with the same or a greater sequence: after a crash, signals
     * are sent again, and must not go back in time.
     *
     * @param at when it was written, in epoch milliseconds
     * @return whether it was stored
     */
    boolean put(Signal signal, long at) {
        Signal before = of(signal.listener());
        if (before != null && signal.sequence() <= before.sequence()) {
            return false;
        }
        newestReceivedAt = Math.max(newestReceivedAt, at);
        byte[] newestSoFar = removeNewest(signal.listener());
        if (newestSoFar != null) {
            past.add(signal.listener(), newestSoFar);
        }
        byte[] packed = PackedSignal.pack(signal, at);
        byListener.put(signal.listener(), packed);
        room.take(weight(signal.listener(), packed));
        while (room.isShortOf(byListener.size())) {
            remove(byListener.keySet().iterator().next());
            room.countEvicted(1);
        }
        count(before, signal);
        return true;
    }

    /** Those before the newest, too. */
    void remove(String listener) {
        removeNewest(listener);
        past.remove(listener);
    }

    private byte[] removeNewest(String listener) {
        byte[] gone = byListener.remove(listener);
        if (gone != null) {
            room.give(weight(listener, gone));
        }
        return gone;
    }

    private static long weight(String listener, byte[] packed) {
        return PLACE + Weight.of(listener) + Weight.of(packed);
    }

    /** Counts songs that ended since the previous signal. If the first signal comes in mid-session, counts none. */
    private void count(Signal before, Signal now) {
        boolean sameSession =
                before != null && before.session().startedAt() == now.session().startedAt();
        if (!sameSession && now.session().plays() > 1) {
            return;
        }
        int songs = now.session().plays() - (sameSession ? before.session().plays() : 0);
        int skips = now.session().skips().total()
                - (sameSession ? before.session().skips().total() : 0);
        if (songs > 0 || skips > 0) {
            minutes.addSignal(now.asOf(), Math.max(0, songs), Math.max(0, skips));
        }
    }
}
