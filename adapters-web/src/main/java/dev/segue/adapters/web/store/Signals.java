package dev.segue.adapters.web.store;

import dev.segue.domain.signal.now.Signal;
import java.util.LinkedHashMap;
import java.util.Map;

/** The newest signal of each listener; beyond the bound, the one that was told of longest ago is let go. */
final class Signals {

    /** Of a place in the order and in the table. */
    private static final long PLACE = 48;

    private final Room room;
    private final Minutes minutes;
    private final Map<String, byte[]> byListener = new LinkedHashMap<>();

    private long newestReceivedAt = Long.MIN_VALUE;

    Signals(Room room, Minutes minutes) {
        this.room = room;
        this.minutes = minutes;
    }

    Memory.Fill fill() {
        return room.fill(byListener.size());
    }

    /** Null when none is kept. */
    Signal of(String listener) {
        byte[] packed = byListener.get(listener);
        return packed == null ? null : PackedSignal.unpack(packed, listener);
    }

    /** When the newest of a listener was written; null when none is kept. */
    Long receivedAt(String listener) {
        byte[] packed = byListener.get(listener);
        return packed == null ? null : Long.valueOf(PackedSignal.at(packed));
    }

    /** When the newest of all was written; {@link Long#MIN_VALUE} before any. */
    long newestReceivedAt() {
        return newestReceivedAt;
    }

    /**
     * Keeps a signal, unless one with its sequence or a greater one was told of the same listener: after a crash, signals
     * are sent once more, and none goes back in time.
     *
     * @param at when it was written, in epoch milliseconds
     * @return whether it is kept
     */
    boolean put(Signal signal, long at) {
        Signal before = of(signal.listener());
        if (before != null && signal.sequence() <= before.sequence()) {
            return false;
        }
        newestReceivedAt = Math.max(newestReceivedAt, at);
        remove(signal.listener());
        byte[] packed = PackedSignal.pack(signal, at);
        byListener.put(signal.listener(), packed);
        room.take(weight(signal.listener(), packed));
        while (room.isShortOf(byListener.size())) {
            remove(byListener.keySet().iterator().next());
            room.evicted(1);
        }
        count(before, signal);
        return true;
    }

    private void remove(String listener) {
        byte[] gone = byListener.remove(listener);
        if (gone != null) {
            room.give(weight(listener, gone));
        }
    }

    private static long weight(String listener, byte[] packed) {
        return PLACE + Weight.of(listener) + Weight.of(packed);
    }

    /** Songs that ended since the signal before. Of a session that is first heard of in its middle, nothing is known. */
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
