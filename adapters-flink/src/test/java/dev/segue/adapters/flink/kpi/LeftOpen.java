package dev.segue.adapters.flink.kpi;

import dev.segue.domain.clock.Clocks;
import dev.segue.domain.session.Change;
import dev.segue.domain.session.Change.Purged;
import dev.segue.domain.session.Change.Revision;
import dev.segue.domain.session.Change.Superseded;
import dev.segue.domain.session.SessionId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Derives a second time, from the emitted changes and the clock, which sessions were left open for so long that they count
 * as ended: the rule of {@code docs/playlists.md}, as a walk through the changes of each id.
 */
final class LeftOpen {

    private static final long HOUR = 3_600_000;

    private Map<SessionId, Waiting> waiting = new HashMap<>();
    private Set<SessionId> givenUp = new HashSet<>();
    private long latest = Clocks.NOT_STARTED;
    private LeftOpen atCheckpoint;

    /**
     * What is waited for.
     *
     * @param change the last one emitted
     * @param until when the clock must pass that
     * @param again whether it has passed that before, and {@code until} is how far it must go on
     */
    private record Waiting(Change change, long until, boolean again) {}

    /** Sessions that are open by their last change, and that count as ended. */
    Set<SessionId> givenUp() {
        return givenUp;
    }

    /** The latest that the clock showed. */
    long latest() {
        return latest;
    }

    void receives(Change change) {
        Waiting before = waiting.get(change.sessionId());
        if (change instanceof Purged) {
            if (before != null && before.change() instanceof Revision) {
                waiting.put(change.sessionId(), new Waiting(change, before.until(), false));
                givenUp.remove(change.sessionId());
            }
            return;
        }
        long emitted = passes(change);
        boolean changes = before == null || emitted > before.until() || !isEquivalent(before.change(), change);
        boolean endedUnannounced = givenUp.contains(change.sessionId()) && isOpen(change);
        if (changes || endedUnannounced) {
            long until = before == null ? emitted : Math.max(emitted, before.until());
            waiting.put(change.sessionId(), new Waiting(change, until, false));
            givenUp.remove(change.sessionId());
        }
    }

    /** An hour after the session can change for the last time. */
    private static long passes(Change change) {
        long asOf = change instanceof Revision revision ? revision.asOf() : ((Superseded) change).asOf();
        long settled =
                change instanceof Revision revision ? revision.settledAfter() : ((Superseded) change).settledAfter();
        return HOUR + (asOf == Clocks.ENDED ? settled : Math.max(settled, asOf));
    }

    private static boolean isEquivalent(Change before, Change after) {
        if (before instanceof Revision one && after instanceof Revision other) {
            return one.number() == other.number()
                    && one.open() == other.open()
                    && one.settledAfter() == other.settledAfter()
                    && one.session().equals(other.session());
        }
        return before instanceof Superseded one
                && after instanceof Superseded other
                && one.number() == other.number()
                && one.settledAfter() == other.settledAfter();
    }

    void clockShows(long shown) {
        latest = Math.max(latest, shown);
        for (SessionId id : Set.copyOf(waiting.keySet())) {
            Waiting wait = waiting.get(id);
            if (shown > wait.until()) {
                goOn(id, wait);
            }
        }
    }

    private void goOn(SessionId id, Waiting passed) {
        boolean open = isOpen(passed.change()) && !givenUp.contains(id);
        if (latest == Clocks.ENDED) {
            return;
        }
        if (!passed.again()) {
            waiting.put(id, new Waiting(passed.change(), latest + (open ? longerOf(passed.change()) : HOUR), true));
        } else if (open) {
            givenUp.add(id);
            waiting.put(id, new Waiting(passed.change(), latest + HOUR, true));
        } else {
            waiting.remove(id);
        }
    }

    private static long longerOf(Change open) {
        Revision revision = (Revision) open;
        return Math.max(HOUR, revision.settledAfter() - revision.session().endedAt());
    }

    private static boolean isOpen(Change change) {
        return change instanceof Revision revision && revision.open();
    }

    void checkpoint() {
        atCheckpoint = copy();
    }

    void restart() {
        LeftOpen then = atCheckpoint == null ? new LeftOpen() : atCheckpoint.copy();
        waiting = then.waiting;
        givenUp = then.givenUp;
        latest = then.latest;
    }

    private LeftOpen copy() {
        LeftOpen copy = new LeftOpen();
        copy.waiting.putAll(waiting);
        copy.givenUp.addAll(givenUp);
        copy.latest = latest;
        return copy;
    }
}
