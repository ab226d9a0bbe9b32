package dev.segue.adapters.web.store;

import dev.segue.adapters.web.store.packed.PackedSignal;
import dev.segue.domain.signal.now.Signal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The signals of each listener before the newest one. When their memory is full, those of the listener whose signal was
 * updated longest ago are evicted, the oldest first.
 */
final class PastSignals {

    /** Of one listener: about the last half hour of music. */
    static final int MOST = 20;

    /** Bytes of a listener's entry in the map, and of its queue. */
    private static final long PLACE = 170;

    private final Room room;
    private final Map<String, Deque<byte[]>> byListener = new LinkedHashMap<>();
    private int count;

    PastSignals(Room room) {
        this.room = room;
    }

    Memory.Fill fill() {
        return room.fill(count);
    }

    /** The newest first. */
    List<Signal> of(String listener) {
        List<Signal> signals = new ArrayList<>();
        for (byte[] packed : byListener.getOrDefault(listener, new ArrayDeque<>())) {
            signals.add(PackedSignal.unpack(packed, listener));
        }
        Collections.reverse(signals);
        return signals;
    }

    /**
     * Adds the signal that was the newest until now.
     *
     * @param packed by {@link PackedSignal}
     */
    void add(String listener, byte[] packed) {
        Deque<byte[]> signals = byListener.remove(listener);
        if (signals == null) {
            signals = new ArrayDeque<>();
            room.take(weight(listener));
        }
        byListener.put(listener, signals);
        signals.addLast(packed);
        count++;
        room.take(Weight.of(packed));
        if (signals.size() > MOST) {
            removeOldest(signals);
        }
        while (room.isShortOf(count)) {
            String first = byListener.keySet().iterator().next();
            removeOldest(byListener.get(first));
            room.countEvicted(1);
            if (byListener.get(first).isEmpty()) {
                remove(first);
            }
        }
    }

    void remove(String listener) {
        Deque<byte[]> signals = byListener.remove(listener);
        if (signals != null) {
            while (!signals.isEmpty()) {
                removeOldest(signals);
            }
            room.give(weight(listener));
        }
    }

    private void removeOldest(Deque<byte[]> signals) {
        room.give(Weight.of(signals.removeFirst()));
        count--;
    }

    private static long weight(String listener) {
        return PLACE + Weight.of(listener);
    }
}
