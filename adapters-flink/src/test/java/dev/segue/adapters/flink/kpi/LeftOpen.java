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
 * Says once more, from what was told and what the clock showed, which sessions were left open for so long that they count
 * as ended: the rule of {@code docs/playlists.md}, as a walk through the words on each id.
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
     * @param word what was told last
     * @param until when the clock must pass that
     * @param again whether it has passed that before, and {@code until} is how far it must go on
     */
    private record Waiting(Change word, long until, boolean again) {}

    /** Sessions whose last word is that they are open, and that count as ended. */
    Set<SessionId> givenUp() {
        return givenUp;
    }

    /** The latest that the clock showed. */
    long latest() {
        return latest;
    }

    void hears(Change word) {
        Waiting before = waiting.get(word.sessionId());
        if (word instanceof Purged) {
            if (before != null && before.word() instanceof Revision) {
                waiting.put(word.sessionId(), new Waiting(word, before.until(), false));
                givenUp.remove(word.sessionId());
            }
            return;
        }
        long emitted = passes(word);
        boolean changes = before == null || emitted > before.until() || !saysTheSame(before.word(), word);
        boolean endedWithoutAWord = givenUp.contains(word.sessionId()) && isOpen(word);
        if (changes || endedWithoutAWord) {
            long until = before == null ? emitted : Math.max(emitted, before.until());
            waiting.put(word.sessionId(), new Waiting(word, until, false));
            givenUp.remove(word.sessionId());
        }
    }

    /** An hour after all that was told of it can have changed. */
    private static long passes(Change word) {
        long asOf = word instanceof Revision revision ? revision.asOf() : ((Superseded) word).asOf();
        long settled = word instanceof Revision revision ? revision.settledAfter() : ((Superseded) word).settledAfter();
        return HOUR + (asOf == Clocks.ENDED ? settled : Math.max(settled, asOf));
    }

    private static boolean saysTheSame(Change before, Change after) {
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
        boolean open = isOpen(passed.word()) && !givenUp.contains(id);
        if (latest == Clocks.ENDED) {
            return;
        }
        if (!passed.again()) {
            waiting.put(id, new Waiting(passed.word(), latest + (open ? longerOf(passed.word()) : HOUR), true));
        } else if (open) {
            givenUp.add(id);
            waiting.put(id, new Waiting(passed.word(), latest + HOUR, true));
        } else {
            waiting.remove(id);
        }
    }

    private static long longerOf(Change open) {
        Revision revision = (Revision) open;
        return Math.max(HOUR, revision.settledAfter() - revision.session().endedAt());
    }

    private static boolean isOpen(Change word) {
        return word instanceof Revision revision && revision.open();
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
