package dev.segue.domain.session;

import dev.segue.domain.clock.Clocks;
import dev.segue.domain.playback.PlaybackEvent;
import dev.segue.domain.timeline.ActivityPages;
import dev.segue.domain.timeline.PagesInMemory;
import dev.segue.domain.timeline.Receipts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The incremental implementation on plain collections, with everything that it has emitted. */
public final class SessionsInMemory {

    private final SessionRules rules;
    private final Map<String, Kept> listeners = new TreeMap<>();
    private final List<Change> emitted = new ArrayList<>();

    /** Without any events. */
    public SessionsInMemory(SessionRules rules) {
        this.rules = rules;
    }

    /** The same state, stored and restored, without what was emitted. */
    public SessionsInMemory restored() {
        return restoredUnder(rules);
    }

    /** The same state, restored under other rules. */
    SessionsInMemory restoredUnder(SessionRules others) {
        SessionsInMemory copy = new SessionsInMemory(others);
        listeners.forEach((listener, kept) -> copy.listeners.put(listener, kept.restored()));
        return copy;
    }

    /** The number of listeners with state. */
    public long listeners() {
        return listeners.values().stream()
                .filter(kept -> !kept.memory.isEmpty())
                .count();
    }

    /** The state of one listener. */
    static final class Kept {
        final ListenerMemory memory;
        final PagesInMemory pages = new PagesInMemory();
        final Set<Long> receipts = new HashSet<>();
        final SessionTotals.OnHeap totals = new SessionTotals.OnHeap();

        Kept(ListenerMemory memory) {
            this.memory = memory;
        }

        private Kept restored() {
            Kept copy = new Kept(new ListenerMemory(
                    memory.rootPage(),
                    memory.lastPage(),
                    memory.receipts(),
                    memory.totals(),
                    memory.current(),
                    memory.superseded(),
                    memory.devices(),
                    memory.brokenPlays(),
                    memory.windows()));
            pages.stored().forEach((number, page) -> copy.pages.stored().put(number, restored(page)));
            copy.receipts.addAll(receipts);
            copy.totals.put(totals.get());
            return copy;
        }

        private static ActivityPages.Page restored(ActivityPages.Page page) {
            return page instanceof ActivityPages.Leaf leaf
                    ? new ActivityPages.Leaf(new ArrayList<>(leaf.activities()))
                    : new ActivityPages.Branch(new ArrayList<>(((ActivityPages.Branch) page).children()));
        }
    }

    private record ReceiptsInMemory(Set<Long> fingerprints) implements Receipts {
        @Override
        public boolean contains(long fingerprint) {
            return fingerprints.contains(fingerprint);
        }

        @Override
        public void add(long fingerprint) {
            fingerprints.add(fingerprint);
        }

        @Override
        public void remove(long fingerprint) {
            fingerprints.remove(fingerprint);
        }
    }

    /** Accepts one event. */
    public Outcome accept(PlaybackEvent event, Clocks clocks) {
        return sessionsOf(event.listener()).accept(event, clocks);
    }

    /** Makes every listener's sessions emit what is due; returns it. */
    public List<Change> advance(Clocks clocks) {
        List<Change> now = new ArrayList<>();
        for (String listener : listeners.keySet()) {
            now.addAll(sessionsOf(listener).advance(clocks));
        }
        emitted.addAll(now);
        return now;
    }

    /** Forgets a listener; returns what is emitted about that. */
    List<Change> forget(String listener) {
        List<Change> now = sessionsOf(listener).forget();
        listeners.remove(listener);
        emitted.addAll(now);
        return now;
    }

    /**
     * When the sessions of some listener next have something to do, on either clock; {@link ListenerMemory#NEVER} if
     * never.
     */
    long nextWakeUp() {
        long next = ListenerMemory.NEVER;
        for (String listener : listeners.keySet()) {
            ListenerSessions sessions = sessionsOf(listener);
            next = Math.min(next, Math.min(sessions.nextOnClosingClock(), sessions.nextOnAcceptanceClock()));
        }
        return next;
    }

    List<Change> emitted() {
        return emitted;
    }

    Kept keptOf(String listener) {
        return listeners.computeIfAbsent(listener, name -> new Kept(new ListenerMemory()));
    }

    /** The number of stored pages. */
    int pages() {
        return listeners.values().stream()
                .mapToInt(kept -> kept.pages.stored().size())
                .sum();
    }

    /** Whether there is no state left. */
    public boolean isEmpty() {
        return listeners.values().stream()
                .allMatch(kept -> kept.memory.isEmpty()
                        && kept.pages.stored().isEmpty()
                        && kept.receipts.isEmpty()
                        && kept.totals.isEmpty());
    }

    /** The current sessions, as a consumer of all changes sees them: the last change of each id. */
    List<Session> current() {
        Map<SessionId, Session> current = new HashMap<>();
        for (Change change : emitted) {
            if (change instanceof Change.Revision revision) {
                current.put(revision.sessionId(), revision.session());
            } else if (change instanceof Change.Superseded superseded) {
                current.remove(superseded.sessionId());
            }
        }
        return List.copyOf(current.values());
    }

    ListenerSessions sessionsOf(String listener) {
        Kept kept = keptOf(listener);
        return new ListenerSessions(
                listener, kept.memory, kept.pages, new ReceiptsInMemory(kept.receipts), kept.totals, rules);
    }
}
