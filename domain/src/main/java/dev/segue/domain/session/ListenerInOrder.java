package dev.segue.domain.session;

import dev.segue.domain.clock.Clocks;
import dev.segue.domain.playback.ContentFingerprint;
import dev.segue.domain.playback.PlaybackEvent;
import dev.segue.domain.timeline.ActivityPages;
import dev.segue.domain.timeline.Fingerprints;
import dev.segue.domain.timeline.Receipts;
import java.util.function.Consumer;

/**
 * The sessions of one listener whose events come in the order of their times, out of a recording that was sorted.
 *
 * <p>Once an event has come, none from before it will, so whatever ended longer ago than the longest play and the gap is
 * settled. It is told then, once, and forgotten: what is remembered of a listener, and so what an event costs, does not
 * grow with the length of the recording. Fingerprints alone are kept to the end, since a copy whose clock was corrected
 * otherwise may come long after the first.
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
     * Begins with nothing.
     *
     * @param pages empty ones, for this listener alone
     * @param emitted takes what is told: every session once, closed and at revision 1, by their ends as far as they are apart
     */
    public ListenerInOrder(String listener, ActivityPages pages, SessionRules rules, Consumer<Change> emitted) {
        this.sessions = new ListenerSessions(listener, memory, pages, FINGERPRINTS_DO, rules);
        this.rules = rules;
        this.emitted = emitted;
    }

    /**
     * Takes in the next usable event of this listener; none is late.
     *
     * @throws IllegalArgumentException when it occurred before one that was taken in
     */
    public Outcome accept(PlaybackEvent event) {
        if (event.occurredAt() < latest) {
            throw new IllegalArgumentException(
                    "events must come in the order of their times, but " + event.occurredAt() + " follows " + latest);
        }
        latest = event.occurredAt();
        Clocks clocks = noEarlierEventWillCome();
        emitSettled(clocks);
        return known.add(ContentFingerprint.of(event)) ? sessions.accept(event, clocks) : Outcome.DUPLICATE;
    }

    /** No further event will come. */
    public void end() {
        sessions.advance(Clocks.at(Clocks.ENDED)).forEach(emitted);
    }

    /** How many sessions are not settled, or were not when this was last looked at. */
    int remembered() {
        return memory.current.size();
    }

    /** The closing clock does not start: nothing is told before it is settled, so nothing is told twice. */
    private Clocks noEarlierEventWillCome() {
        return new Clocks(latest + rules.allowedLatenessMs(), Clocks.NOT_STARTED);
    }

    /** Looks at times only that are the longest play apart, as each look goes over all that is remembered. */
    private void emitSettled(Clocks clocks) {
        if (sessions.nextOnAcceptanceClock() <= clocks.acceptance() - rules.maxPlayMs()) {
            sessions.advance(clocks).forEach(emitted);
        }
    }
}
