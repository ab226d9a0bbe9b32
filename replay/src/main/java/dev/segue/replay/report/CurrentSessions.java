package dev.segue.replay.report;

import static java.util.Comparator.comparing;

import dev.segue.adapters.files.source.Progress;
import dev.segue.domain.accounting.Health;
import dev.segue.domain.accounting.Ledger;
import dev.segue.domain.history.Heard;
import dev.segue.domain.history.TrackName;
import dev.segue.domain.playback.DeadLetter;
import dev.segue.domain.playback.PlaybackEvent;
import dev.segue.domain.session.Change;
import dev.segue.domain.session.Change.PlaysGone;
import dev.segue.domain.session.Change.PlaysOfSession;
import dev.segue.domain.session.Change.Revision;
import dev.segue.domain.session.Change.Superseded;
import dev.segue.domain.session.SessionId;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Collects a job's output until it ends, and then has the current sessions: the last revision of each, unless it was
 * superseded. Sessions are stored packed, because there may be hundreds of thousands. Thread-safe.
 */
public final class CurrentSessions {

    /** How many rejected rows are stored for display. */
    public static final int REJECTED_SHOWN = 10;

    private static final Comparator<PackedSession> ORDER = comparing(PackedSession::listener)
            .thenComparingLong(PackedSession::startedAt)
            .thenComparing(session -> session.id().value());

    private static final Comparator<DeadLetter> BY_PLACE = comparing(DeadLetter::origin)
            .thenComparingLong(DeadLetter::position)
            .thenComparing(DeadLetter::explanation);

    private static final long[] NOTHING = {};

    /** The rest is for sorting, finding sessions, and the garbage collector. */
    private static final double SHARE_OF_MEMORY = 0.6;

    private final Progress progress;
    private final PackedPlays packing;
    private final long room;
    private final Map<SessionId, PackedSession> sessions = new HashMap<>();
    private final Map<String, String> listeners = new HashMap<>();
    private final Map<String, Health> atEnd = new HashMap<>();
    private final TreeSet<DeadLetter> firstRejected = new TreeSet<>(BY_PLACE);
    private long bytes;
    private long rejected;
    private long late;

    /**
     * Without sessions yet. They may take a fixed share of Java's memory.
     *
     * @param detailed whether it is stored which track was played on which device
     * @param progress receives the number of events in sessions found
     */
    public CurrentSessions(boolean detailed, Progress progress) {
        this(detailed, progress, (long) (Runtime.getRuntime().maxMemory() * SHARE_OF_MEMORY));
    }

    /** With room for about that many bytes. */
    CurrentSessions(boolean detailed, Progress progress, long room) {
        this.packing = new PackedPlays(detailed);
        this.progress = progress;
        this.room = room;
    }

    /** How many rows of the input were no listening, and are not in the {@link #ledger}. */
    public long withoutListening() {
        return progress.withoutListening();
    }

    /** Thrown when the sessions need more memory than there is. */
    public static final class NoRoom extends RuntimeException {
        NoRoom(int sessions) {
            super("there is no memory for more than " + sessions + " sessions");
        }
    }

    /**
     * Receives a change of a session.
     *
     * @throws NoRoom when the sessions take too much memory: if memory ran out, Flink would end the process without a
     *     message
     */
    public synchronized void change(Change change) {
        if (change instanceof Revision revision) {
            progress.found(revision.session().events());
            PackedSession session = session(revision.sessionId(), revision.listener());
            bytes += session.accept(revision);
        } else if (change instanceof Superseded gone) {
            session(gone.sessionId(), gone.listener()).superseded(gone.number());
        } else if (change instanceof PlaysOfSession plays) {
            PackedSession session = session(plays.sessionId(), plays.listener());
            bytes += session.setPlays(plays.chunk(), packing.packed(plays.plays())) + packing.takeBytes();
        } else if (change instanceof PlaysGone gone && sessions.containsKey(gone.sessionId())) {
            bytes += sessions.get(gone.sessionId()).setPlays(gone.chunk(), NOTHING);
        }
        if (bytes > room) {
            throw new NoRoom(sessions.size());
        }
    }

    private PackedSession session(SessionId id, String listener) {
        PackedSession known = sessions.get(id);
        if (known != null) {
            return known;
        }
        PackedSession fresh = new PackedSession(id, listeners.computeIfAbsent(listener, same -> same));
        sessions.put(id, fresh);
        bytes += PackedSession.BYTES_BESIDE;
        return fresh;
    }

    /** Receives a dead letter. */
    public synchronized void deadLetter(DeadLetter letter) {
        rejected++;
        firstRejected.add(letter);
        if (firstRejected.size() > REJECTED_SHOWN) {
            firstRejected.pollLast();
        }
    }

    /** Receives a late event. */
    public synchronized void late(PlaybackEvent event) {
        late++;
    }

    /** Receives the health of a subtask; only the last report, at the end, counts. */
    public synchronized void health(Health health) {
        if (health.checkpoint() == Health.AT_END) {
            atEnd.put(health.stage() + "/" + health.subtask(), health);
        }
    }

    /** The current sessions, by listener, start and id; each is unpacked on access. */
    public synchronized List<Revision> sessions() {
        List<PackedSession> current = current();
        return new AbstractList<>() {
            @Override
            public Revision get(int index) {
                return current.get(index).revision();
            }

            @Override
            public int size() {
                return current.size();
            }
        };
    }

    /**
     * The plays of a session, in play order.
     *
     * @param names what tracks are called, by their ids
     */
    synchronized List<Heard> heard(SessionId id, Function<String, TrackName> names) {
        PackedSession session = sessions.get(id);
        return session == null ? List.of() : packing.unpacked(session.plays(), names);
    }

    private List<PackedSession> current() {
        return sessions.values().stream()
                .filter(PackedSession::isCurrent)
                .sorted(ORDER)
                .toList();
    }

    /** The accounting of all rows read. */
    public synchronized Ledger ledger() {
        return atEnd.values().stream().map(Health::ledger).reduce(Ledger.EMPTY, Ledger::plus);
    }

    /** The first rejected rows, by file and line; at most {@link #REJECTED_SHOWN}. */
    public synchronized List<DeadLetter> firstRejected() {
        return List.copyOf(firstRejected);
    }

    /**
     * Every contradiction between the ledger and itself, the readers, or the output: one sentence each, none when the
     * ledger adds up.
     *
     * @param rowsRead how many rows the readers returned
     * @param lateLines how many of them were late by the readers' clock
     */
    public synchronized List<String> contradictions(long rowsRead, long lateLines) {
        Ledger ledger = ledger();
        List<String> found = new ArrayList<>();
        if (!ledger.balances()) {
            found.add("read is not the sum of accepted, duplicate, late and rejected: " + ledger);
        }
        check("rows were read", rowsRead, ledger.read(), found);
        check("rows were rejected", rejected, ledger.rejectedInAll(), found);
        check("events were late", late, ledger.late(), found);
        check("lines were late", lateLines, ledger.late(), found);
        long inSessions = sessions.values().stream()
                .filter(PackedSession::isCurrent)
                .mapToLong(PackedSession::events)
                .sum();
        check("events are in sessions", inSessions, ledger.accepted(), found);
        return found;
    }

    private static void check(String what, long counted, long accounted, List<String> found) {
        if (counted != accounted) {
            found.add(counted + " " + what + ", but the ledger says " + accounted);
        }
    }
}
