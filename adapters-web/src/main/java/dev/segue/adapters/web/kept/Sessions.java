package dev.segue.adapters.web.kept;

import dev.segue.domain.listening.Play;
import dev.segue.domain.session.Change;
import dev.segue.domain.session.Session;
import dev.segue.domain.signal.now.Signal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The sessions that are kept, by listener; beyond the bound, the one that was told of longest ago is let go. */
final class Sessions {

    private final Room room;
    private final Minutes minutes;
    private final MoodMap moods = new MoodMap();
    private final Map<String, KeptSession> byId = new HashMap<>();
    private final Map<String, KeptListener> byListener = new HashMap<>();

    private KeptSession oldest;
    private KeptSession newest;
    private long openSessions;
    private long listening;

    Sessions(Room room, Minutes minutes) {
        this.room = room;
        this.minutes = minutes;
    }

    Memory.Fill fill() {
        return room.fill(byId.size());
    }

    long openSessions() {
        return openSessions;
    }

    /** Listeners with a session that is open. */
    long listening() {
        return listening;
    }

    MoodMap moods() {
        return moods;
    }

    /** Of those that are kept, the session that was told of longest ago; null when there is none. */
    KeptSession oldest() {
        return oldest;
    }

    KeptListener listener(String name) {
        return byListener.get(name);
    }

    /** Names that begin with {@code start}, some of them. */
    List<String> listeners(String start, int atMost) {
        List<String> found = new ArrayList<>();
        for (String name : byListener.keySet()) {
            if (name.startsWith(start)) {
                found.add(name);
                if (found.size() == atMost) {
                    break;
                }
            }
        }
        return found;
    }

    void tell(Change.Revision told) {
        KeptSession session = keep(told.sessionId().value(), told.listener());
        boolean wasOpen = session.isOpen();
        room.give(session.weight());
        session.tell(told);
        room.take(session.weight());
        count(session, wasOpen);
        place(session.listener);
        afterAll(session);
        makeRoom();
    }

    void tell(Change.Superseded told) {
        KeptSession session = keep(told.sessionId().value(), told.listener());
        boolean wasOpen = session.isOpen();
        room.give(session.weight());
        session.tell(told);
        room.take(session.weight());
        count(session, wasOpen);
        afterAll(session);
        makeRoom();
    }

    void tell(Change.PlaysOfSession told) {
        KeptSession session = keep(told.sessionId().value(), told.listener());
        replace(session, told.chunk(), told.plays());
        makeRoom();
    }

    /** Its plays may be read only after it was forgotten: they are of another topic. Then nothing is left of it. */
    void playsGone(String id, int chunk) {
        KeptSession session = byId.get(id);
        if (session != null) {
            replace(session, chunk, List.of());
            if (session.isEmpty()) {
                remove(session);
            }
        }
    }

    void forget(String id) {
        KeptSession session = byId.get(id);
        if (session != null) {
            remove(session);
        }
    }

    /** What the newest signal of a listener says of their mood; it counts as long as no session knows a later one. */
    void hear(Signal signal) {
        KeptListener listener = byListener.get(signal.listener());
        if (listener != null) {
            listener.heardAt = signal.asOf();
            listener.heardCell = MoodMap.cellOf(signal.mood());
            place(listener);
        }
    }

    private void place(KeptListener listener) {
        int cell = listener.openSessions > 0 ? moodOf(listener) : MoodMap.NOWHERE;
        moods.move(listener.cell, cell);
        listener.cell = cell;
    }

    /** Of what stands, that which is known last: nothing that was told before and does not stand any more has a say. */
    private static int moodOf(KeptListener listener) {
        int cell = listener.heardCell;
        long at = cell == MoodMap.NOWHERE ? Long.MIN_VALUE : listener.heardAt;
        for (KeptSession session : listener.sessions()) {
            if (session.isOpen()) {
                Session told = session.revision().session();
                int here = MoodMap.cellOf(told.mood());
                if (here != MoodMap.NOWHERE && told.endedAt() > at) {
                    cell = here;
                    at = told.endedAt();
                }
            }
        }
        return cell;
    }

    private void count(KeptSession session, boolean wasOpen) {
        if (wasOpen == session.isOpen()) {
            return;
        }
        KeptListener listener = session.listener;
        int one = session.isOpen() ? 1 : -1;
        openSessions += one;
        listener.openSessions += one;
        if (listener.openSessions == (session.isOpen() ? 1 : 0)) {
            listening += one;
        }
        place(listener);
    }

    private void replace(KeptSession session, int chunk, List<Play> plays) {
        session.plays(chunk).forEach(play -> minutes.told(play.endedAt(), -1, play.isSkip() ? -1 : 0));
        room.give(session.weight());
        session.play(chunk, plays);
        room.take(session.weight());
        plays.forEach(play -> minutes.told(play.endedAt(), 1, play.isSkip() ? 1 : 0));
    }

    private KeptSession keep(String id, String listener) {
        KeptSession session = byId.get(id);
        if (session == null) {
            session = new KeptSession(id, byListener.computeIfAbsent(listener, this::begun));
            session.listener.add(session);
            byId.put(id, session);
            room.take(session.weight());
            append(session);
        }
        return session;
    }

    private KeptListener begun(String name) {
        KeptListener listener = new KeptListener(name);
        room.take(listener.weight());
        return listener;
    }

    private void makeRoom() {
        while (room.isShortOf(byId.size())) {
            remove(oldest);
            room.letGo(1);
        }
    }

    private void remove(KeptSession session) {
        unlink(session);
        byId.remove(session.id);
        room.give(session.weight());
        KeptListener listener = session.listener;
        listener.remove(session);
        if (session.isOpen()) {
            openSessions--;
            listener.openSessions--;
            if (listener.openSessions == 0) {
                listening--;
            }
            place(listener);
        }
        if (listener.sessions().length == 0) {
            moods.move(listener.cell, MoodMap.NOWHERE);
            byListener.remove(listener.name);
            room.give(listener.weight());
        }
    }

    @SuppressWarnings("ReferenceEquality")
    private void afterAll(KeptSession session) {
        if (session != newest) {
            unlink(session);
            append(session);
        }
    }

    private void append(KeptSession session) {
        session.toldBefore = newest;
        session.toldAfter = null;
        if (newest == null) {
            oldest = session;
        } else {
            newest.toldAfter = session;
        }
        newest = session;
    }

    private void unlink(KeptSession session) {
        if (session.toldBefore == null) {
            oldest = session.toldAfter;
        } else {
            session.toldBefore.toldAfter = session.toldAfter;
        }
        if (session.toldAfter == null) {
            newest = session.toldBefore;
        } else {
            session.toldAfter.toldBefore = session.toldBefore;
        }
    }

    /** The sessions of a listener, in no order. */
    List<KeptSession> of(String listener) {
        KeptListener kept = byListener.get(listener);
        return kept == null ? List.of() : Arrays.asList(kept.sessions());
    }
}
