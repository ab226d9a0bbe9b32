package dev.segue.app.replay.report;

import static java.util.Comparator.comparing;

import dev.segue.app.replay.source.Progress;
import dev.segue.domain.account.Account;
import dev.segue.domain.account.Health;
import dev.segue.domain.listening.Play;
import dev.segue.domain.playback.DeadLetter;
import dev.segue.domain.playback.PlaybackEvent;
import dev.segue.domain.session.Change;
import dev.segue.domain.session.Change.PlaysGone;
import dev.segue.domain.session.Change.PlaysOfSession;
import dev.segue.domain.session.Change.Revision;
import dev.segue.domain.session.Change.Superseded;
import dev.segue.domain.session.SessionId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.LongStream;

/**
 * Gathers what a job tells until it ends, and then knows what stands: of each session the last revision, unless it was
 * superseded. Many threads may tell at once.
 */
public final class Standing {

    /** How many rejected rows are kept to be shown. */
    public static final int REJECTED_SHOWN = 10;

    private static final Comparator<Revision> ORDER = comparing(Revision::listener)
            .thenComparingLong(revision -> revision.session().startedAt())
            .thenComparing(revision -> revision.sessionId().value());

    private static final Comparator<DeadLetter> BY_PLACE = comparing(DeadLetter::origin)
            .thenComparingLong(DeadLetter::position)
            .thenComparing(DeadLetter::explanation);

    private final Progress progress;
    private final Map<SessionId, Revision> revisions = new HashMap<>();
    private final Map<SessionId, Integer> superseded = new HashMap<>();
    private final Map<SessionId, Map<Integer, long[]>> sounded = new HashMap<>();
    private final Map<String, Health> atEnd = new HashMap<>();
    private final TreeSet<DeadLetter> firstRejected = new TreeSet<>(BY_PLACE);
    private long rejected;
    private long late;

    /**
     * Nothing was told yet.
     *
     * @param progress learns in how many events sessions were found
     */
    public Standing(Progress progress) {
        this.progress = progress;
    }

    /** The job tells of a change of a session. */
    public synchronized void change(Change change) {
        if (change instanceof Revision revision) {
            progress.found(revision.session().events());
            revisions.merge(
                    revision.sessionId(), revision, (old, other) -> other.number() >= old.number() ? other : old);
        } else if (change instanceof Superseded gone) {
            superseded.merge(gone.sessionId(), gone.number(), Math::max);
        } else if (change instanceof PlaysOfSession plays) {
            sounded.computeIfAbsent(plays.sessionId(), id -> new HashMap<>())
                    .put(plays.chunk(), stretches(plays.plays()));
        } else if (change instanceof PlaysGone gone && sounded.containsKey(gone.sessionId())) {
            sounded.get(gone.sessionId()).remove(gone.chunk());
        }
    }

    /** The job set something aside. */
    public synchronized void deadLetter(DeadLetter letter) {
        rejected++;
        firstRejected.add(letter);
        if (firstRejected.size() > REJECTED_SHOWN) {
            firstRejected.pollLast();
        }
    }

    /** An event came too late. */
    public synchronized void late(PlaybackEvent event) {
        late++;
    }

    /** The job tells how a part of it is doing; what counts is how it was at the end. */
    public synchronized void health(Health health) {
        if (health.checkpoint() == Health.AT_END) {
            atEnd.put(health.stage() + "/" + health.subtask(), health);
        }
    }

    /** The sessions that stand, by listener, start and id. */
    public synchronized List<Revision> sessions() {
        return revisions.values().stream().filter(this::stands).sorted(ORDER).toList();
    }

    /** When tracks of a session sounded, one stretch for each play: from, to, from, to, ... */
    public synchronized long[] sounded(SessionId id) {
        return sounded.getOrDefault(id, Map.of()).values().stream()
                .flatMapToLong(LongStream::of)
                .toArray();
    }

    /** What became of everything that was read. */
    public synchronized Account account() {
        return atEnd.values().stream().map(Health::account).reduce(Account.EMPTY, Account::plus);
    }

    /** The first rejected rows, by file and line; at most {@link #REJECTED_SHOWN}. */
    public synchronized List<DeadLetter> firstRejected() {
        return List.copyOf(firstRejected);
    }

    /**
     * Everything in which the account disagrees with itself, with the readers, or with what came out: one sentence each,
     * none when it adds up.
     *
     * @param rowsRead how many rows the readers gave
     * @param lateLines how many of them were late by the readers' clock
     */
    public synchronized List<String> contradictions(long rowsRead, long lateLines) {
        Account account = account();
        List<String> found = new ArrayList<>();
        if (!account.balances()) {
            found.add("what was read is not accepted, duplicate, late and rejected together: " + account);
        }
        check("rows were read", rowsRead, account.read(), found);
        check("rows were set aside", rejected, account.rejectedInAll(), found);
        check("events came late", late, account.late(), found);
        check("lines were late", lateLines, account.late(), found);
        long inSessions =
                sessions().stream().mapToLong(each -> each.session().events()).sum();
        check("events are in sessions", inSessions, account.accepted(), found);
        return found;
    }

    private static void check(String what, long counted, long accounted, List<String> found) {
        if (counted != accounted) {
            found.add(counted + " " + what + ", but the account says " + accounted);
        }
    }

    private boolean stands(Revision revision) {
        Integer gone = superseded.get(revision.sessionId());
        return gone == null || gone < revision.number();
    }

    private static long[] stretches(List<Play> plays) {
        return plays.stream()
                .flatMapToLong(play -> LongStream.of(play.soundedFrom(), play.endedAt()))
                .toArray();
    }
}
