package dev.segue.adapters.web.store;

import dev.segue.domain.kpi.WeeklyPattern;
import dev.segue.domain.listening.Play;
import dev.segue.domain.session.Change;
import dev.segue.domain.session.Session;
import dev.segue.domain.signal.now.Signal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** The sessions in memory, by listener; beyond the limit, the one updated longest ago is evicted. */
final class Sessions {

    private final Room room;
    private final Minutes minutes;
    private final MoodMap moods = new MoodMap();
    private final Map<String, StoredSession> byId = new HashMap<>();
    private final Map<String, StoredListener> byListener = new HashMap<>();

    private final WeeklyPattern openOfWeeks = new WeeklyPattern();
    private final long gapMs;

    private StoredSession oldest;
    private StoredSession newest;
    private long openSessions;
    private long listening;

    /** @param gapMs how long a session stays open after its end */
    Sessions(Room room, Minutes minutes, long gapMs) {
        this.room = room;
        this.minutes = minutes;
        this.gapMs = gapMs;
    }

    Memory.Fill fill() {
        return room.fill(byId.size());
    }

    long openSessions() {
        return openSessions;
    }

    /** How many sessions are usually open at this time of the week; empty if too few weeks are known. */
    OptionalDouble usuallyOpen(long time) {
        return openOfWeeks.usualAt(time);
    }

    /** The number of listeners with an open session. */
    long listening() {
        return listening;
    }

    MoodMap moods() {
        return moods;
    }

    /** The session that was updated longest ago; null if there is none. */
    StoredSession oldest() {
        return oldest;
    }

    StoredListener listener(String name) {
        return byListener.get(name);
    }

    /** At most {@code atMost} names that begin with {@code start}. */
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

    void add(Change.Revision added) {
        StoredSession session = keep(added.sessionId().value(), added.listener());
        boolean wasOpen = session.isOpen();
        room.give(session.weight());
        countOpen(session, -1);
        session.add(added);
        countOpen(session, 1);
        room.take(session.weight());
        count(session, wasOpen);
        place(session.listener);
        afterAll(session);
        makeRoom();
    }

    void add(Change.Superseded added) {
        StoredSession session = keep(added.sessionId().value(), added.listener());
        boolean wasOpen = session.isOpen();
        room.give(session.weight());
        countOpen(session, -1);
        session.add(added);
        room.take(session.weight());
        count(session, wasOpen);
        afterAll(session);
        makeRoom();
    }

    void add(Change.PlaysOfSession added) {
        StoredSession session = keep(added.sessionId().value(), added.listener());
        replace(session, added.chunk(), added.plays());
        makeRoom();
    }

    /** Plays are in another topic, so they may be read after their session was purged; then nothing is left of it. */
    void playsGone(String id, int chunk) {
        StoredSession session = byId.get(id);
        if (session != null) {
            replace(session, chunk, List.of());
            if (session.isEmpty()) {
                remove(session);
            }
        }
    }

    void remove(String id) {
        StoredSession session = byId.get(id);
        if (session != null) {
            remove(session);
        }
    }

    /** Takes the mood from the newest signal of a listener; it counts until a session has a later one. */
    void update(Signal signal) {
        StoredListener listener = byListener.get(signal.listener());
        if (listener != null) {
            listener.signalAt = signal.asOf();
            listener.signalCell = MoodMap.cellOf(signal.mood());
            place(listener);
        }
    }

    private void place(StoredListener listener) {
        int cell = listener.openSessions > 0 ? moodOf(listener) : MoodMap.NOWHERE;
        moods.move(listener.cell, cell);
        listener.cell = cell;
    }

    /** The latest mood, from the newest signal and the latest revisions of open sessions only. */
    private static int moodOf(StoredListener listener) {
        int cell = listener.signalCell;
        long at = cell == MoodMap.NOWHERE ? Long.MIN_VALUE : listener.signalAt;
        for (StoredSession session : listener.sessions()) {
            if (session.isOpen()) {
                Session latest = session.revision().session();
                int here = MoodMap.cellOf(latest.mood());
                if (here != MoodMap.NOWHERE && latest.endedAt() > at) {
                    cell = here;
                    at = latest.endedAt();
                }
            }
        }
        return cell;
    }

    /** Of an id that was superseded nothing is counted. */
    private void countOpen(StoredSession session, int sign) {
        if (session.isCurrent()) {
            long[] bounds = session.bounds();
            openOfWeeks.add(bounds[0], bounds[1] + gapMs, sign);
        }
    }

    private void count(StoredSession session, boolean wasOpen) {
        if (wasOpen == session.isOpen()) {
            return;
        }
        StoredListener listener = session.listener;
        int one = session.isOpen() ? 1 : -1;
        openSessions += one;
        listener.openSessions += one;
        if (listener.openSessions == (session.isOpen() ? 1 : 0)) {
            listening += one;
        }
        place(listener);
    }

    private void replace(StoredSession session, int chunk, List<Play> plays) {
        session.plays(chunk).forEach(play -> minutes.addSession(play.endedAt(), -1, play.isSkip() ? -1 : 0));
        room.give(session.weight());
        session.play(chunk, plays);
        room.take(session.weight());
        plays.forEach(play -> minutes.addSession(play.endedAt(), 1, play.isSkip() ? 1 : 0));
    }

    private StoredSession keep(String id, String listener) {
        StoredSession session = byId.get(id);
        if (session == null) {
            session = new StoredSession(id, byListener.computeIfAbsent(listener, this::begun));
            session.listener.add(session);
            byId.put(id, session);
            room.take(session.weight());
            append(session);
        }
        return session;
    }

    private StoredListener begun(String name) {
        StoredListener listener = new StoredListener(name);
        room.take(listener.weight());
        return listener;
    }

    private void makeRoom() {
        while (room.isShortOf(byId.size())) {
            remove(oldest);
            room.countEvicted(1);
        }
    }

    private void remove(StoredSession session) {
        unlink(session);
        byId.remove(session.id);
        room.give(session.weight());
        StoredListener listener = session.listener;
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
    private void afterAll(StoredSession session) {
        if (session != newest) {
            unlink(session);
            append(session);
        }
    }

    private void append(StoredSession session) {
        session.olderSession = newest;
        session.newerSession = null;
        if (newest == null) {
            oldest = session;
        } else {
            newest.newerSession = session;
        }
        newest = session;
    }

    private void unlink(StoredSession session) {
        if (session.olderSession == null) {
            oldest = session.newerSession;
        } else {
            session.olderSession.newerSession = session.newerSession;
        }
        if (session.newerSession == null) {
            newest = session.olderSession;
        } else {
            session.newerSession.olderSession = session.olderSession;
        }
    }

    /** The sessions of a listener, in no particular order. */
    List<StoredSession> of(String listener) {
        StoredListener stored = byListener.get(listener);
        return stored == null ? List.of() : Arrays.asList(stored.sessions());
    }
}
