package dev.segue.domain.session;

import dev.segue.domain.clock.Clocks;
import dev.segue.domain.playback.ContentFingerprint;
import dev.segue.domain.playback.PlaybackEvent;
import dev.segue.domain.timeline.ActivityPages;
import dev.segue.domain.timeline.Fingerprints;
import dev.segue.domain.timeline.Receipts;
import java.util.function.Consumer;

/**
 * The sessions of one listener whose events arrive in order of time, from a sorted recording.
 *
 * <p>Once an event has arrived, no earlier one will, so a session that ended longer ago than the maximum play length
 * plus the gap is settled. It is then emitted, once, and purged. State per listener, and so the cost of an event, does
 * not grow with the length of the recording. Only fingerprints are retained to the end, because a copy with another
 * clock correction may arrive long after the first.
 */
public final class ListenerInOrder {

    private static final Receipts FINGERPRINTS_DO = new Receipts() {
        @Override
        public boolean contains(long fingerprint) {
            return false;
        }

        @Override
        public void add(long fingerprint) {}

        @Override
        public void remove(long fingerprint) {}
    };

    private final ListenerMemory memory = new ListenerMemory();
    private final ListenerSessions sessions;
    private final SessionRules rules;
    private final Consumer<Change> emitted;
    private final Fingerprints known = new Fingerprints();
    private long latest = Long.MIN_VALUE;

    /**
     * Begins without any state.
     *
     * @param pages empty, and for this listener alone
     * @param emitted receives every session once, closed and at revision 1, in order of their ends as far as these lie
     *     apart
     */
    public ListenerInOrder(String listener, ActivityPages pages, SessionRules rules, Consumer<Change> emitted) {
        this.sessions =
                new ListenerSessions(listener, memory, pages, FINGERPRINTS_DO, new SessionTotals.OnHeap(), rules);
        this.rules = rules;
        this.emitted = emitted;
    }

    /**
     * Accepts the next usable event of this listener; no event is late. A copy of a refused event is a duplicate.
     *
     * @throws IllegalArgumentException when it occurred before the event accepted last
     */
    public Outcome accept(PlaybackEvent event) {
        if (event.occurredAt() < latest) {
            throw new IllegalArgumentException(
                    "events must arrive in order of time, but " + event.occurredAt() + " follows " + latest);
        }
        latest = event.occurredAt();
        Clocks clocks = noEarlierEventWillCome();
        emitSettled(clocks);
        return known.add(ContentFingerprint.of(event)) ? sessions.accept(event, clocks) : Outcome.DUPLICATE;
    }

    /** Ends the input. */
    public void end() {
        sessions.advance(Clocks.at(Clocks.ENDED)).forEach(emitted);
    }

    /** The number of sessions that were not settled when this was last checked. */
    int stored() {
        return memory.current.size();
    }

    /** The closing clock never starts, so a session is only emitted once it is settled, and never twice. */
    private Clocks noEarlierEventWillCome() {
        return new Clocks(latest + rules.allowedLatenessMs(), Clocks.NOT_STARTED);
    }

    /** Checks only once per maximum play length, because each check walks all retained sessions. */
    private void emitSettled(Clocks clocks) {
        if (sessions.nextOnAcceptanceClock() <= clocks.acceptance() - rules.maxPlayMs()) {
            sessions.advance(clocks).forEach(emitted);
        }
    }
}
