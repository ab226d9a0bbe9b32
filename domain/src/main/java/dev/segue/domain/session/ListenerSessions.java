package dev.segue.domain.session;

import dev.segue.domain.clock.Clocks;
import dev.segue.domain.playback.ContentFingerprint;
import dev.segue.domain.playback.PlaybackEvent;
import dev.segue.domain.session.ListenerMemory.BrokenPlay;
import dev.segue.domain.session.ListenerMemory.CurrentSession;
import dev.segue.domain.session.ListenerMemory.SupersededSession;
import dev.segue.domain.session.SessionReconciler.Touched;
import dev.segue.domain.timeline.Activity;
import dev.segue.domain.timeline.ActivityPages;
import dev.segue.domain.timeline.Receipts;
import dev.segue.domain.timeline.Timeline;
import java.util.ArrayList;
import java.util.List;

/**
 * The sessions of one listener, updated event by event.
 *
 * <p>{@link #accept} adds an event and updates the bounds of the sessions around it. It costs a few pages of the {@link
 * Timeline}, so it is logarithmic in the number of retained activities. {@link #advance} emits what is due and purges
 * what is settled. Emitting a session walks its last plays, some chunks of them at most: what the plays before them add
 * up to is stored. Only after a late event, or another change among those, all are walked once.
 *
 * <p>The current sessions equal those that {@link dev.segue.domain.reference.BatchReference} finds for the same
 * accepted events, in whatever order they arrived.
 */
public final class ListenerSessions {

    private final String listener;
    private final ListenerMemory memory;
    private final Timeline timeline;
    private final Receipts receipts;
    private final SessionTotals.Store totals;
    private final SessionRules rules;
    private final OpenPlays openPlays;
    private final Deadlines deadlines;
    private final Bounds bounds;
    private final BrokenPlays brokenPlays;
    private final WindowCounts windows;

    /**
     * Continues from stored state.
     *
     * @param memory changed in place
     * @param pages the pages of this listener's timeline
     * @param receipts this listener's receipts
     * @param totals the totals of one long session of this listener
     */
    public ListenerSessions(
            String listener,
            ListenerMemory memory,
            ActivityPages pages,
            Receipts receipts,
            SessionTotals.Store totals,
            SessionRules rules) {
        this.listener = listener;
        this.memory = memory;
        this.timeline = new Timeline(pages, memory.rootPage, memory.lastPage);
        this.receipts = receipts;
        this.totals = totals;
        this.rules = rules;
        this.openPlays = new OpenPlays(memory.devices, rules);
        this.deadlines = new Deadlines(memory, openPlays, rules);
        this.bounds = new Bounds(memory, timeline, deadlines, rules);
        this.brokenPlays = new BrokenPlays(memory.brokenPlays, timeline, rules);
        this.windows = new WindowCounts(memory.windows, rules);
    }

    /** Accepts one usable event of this listener. {@link #advance} emits its effects when they are due. */
    public Outcome accept(PlaybackEvent event, Clocks clocks) {
        if (rules.isLate(event.occurredAt(), clocks.acceptance())) {
            return Outcome.LATE;
        }
        long fingerprint = ContentFingerprint.of(event);
        if (isKnownElsewhere(event, fingerprint)) {
            return Outcome.DUPLICATE;
        }
        if (windows.areFullFor(event)) {
            return isInTimeline(event, fingerprint) ? Outcome.DUPLICATE : Outcome.REFUSED;
        }
        List<BrokenPlay> changed = brokenPlays.changedBy(event);
        List<Activity> before = brokenPlays.activitiesOf(changed);
        List<Activity> added = Presence.of(event, fingerprint, brokenPlays.pausesOf(event), rules);
        for (Activity activity : added) {
            if (!timeline.add(activity)) {
                return Outcome.DUPLICATE;
            }
        }
        takeNote(event, fingerprint, clocks.acceptance());
        if (changed.isEmpty()) {
            for (Activity activity : added) {
                update(Touched.adding(activity), clocks);
            }
        } else {
            update(brokenPlays.move(added, before, brokenPlays.activitiesOf(changed)), clocks);
        }
        memory.rootPage = timeline.root();
        memory.lastPage = timeline.lastPage();
        return Outcome.ACCEPTED;
    }

    private void update(Touched touched, Clocks clocks) {
        memory.totals = memory.totals.changedFrom(touched.from());
        bounds.update(touched, clocks);
    }

    /** Emits what is due, in an order in which consumers can apply it, and purges what is settled. */
    public List<Change> advance(Clocks clocks) {
        List<Change> changes = new ArrayList<>();
        RevisionEmitter emitter =
                new RevisionEmitter(listener, memory, timeline, totals, deadlines, rules, clocks, changes);
        deadlines.fallBackTo(clocks.closing());
        for (int i = 0; i < memory.current.size(); i++) {
            CurrentSession session = memory.current.get(i);
            boolean settled = (session.open() || session.changed()) && clocks.acceptance() > deadlines.settledAfter(i);
            boolean closes = session.open() && (settled || clocks.closing() >= deadlines.closesAt(session));
            boolean due = session.changed() && (settled || clocks.closing() >= session.dueAt());
            if (closes) {
                memory.current.set(i, session.closed());
            }
            if (closes || due) {
                emitter.emit(i);
            }
        }
        emitter.emitDueSuperseded();
        purge(clocks.acceptance(), changes);
        memory.rootPage = timeline.root();
        memory.lastPage = timeline.lastPage();
        return changes;
    }

    /** What deletes all that was emitted about the listener; then the shell can drop all that is stored about them. */
    public List<Change> forget() {
        List<Change> changes = new ArrayList<>();
        for (CurrentSession session : memory.current) {
            if (session.revision() > 0) {
                forget(session.startedAt(), session.chunks(), changes);
            }
        }
        for (SupersededSession superseded : memory.superseded) {
            forget(superseded.startedAt(), superseded.chunks(), changes);
        }
        return changes;
    }

    private void forget(long startedAt, int chunks, List<Change> changes) {
        SessionId id = SessionId.of(listener, startedAt);
        changes.add(new Change.Purged(listener, id));
        for (int chunk = 0; chunk < chunks; chunk++) {
            changes.add(new Change.PlaysGone(listener, id, chunk));
        }
    }

    /** When, on the closing clock, {@link #advance} next has something to do; {@link ListenerMemory#NEVER} if never. */
    public long nextOnClosingClock() {
        long next = ListenerMemory.NEVER;
        for (CurrentSession session : memory.current) {
            next = Math.min(next, session.dueAt());
            if (session.open()) {
                next = Math.min(next, deadlines.closesAt(session));
            }
        }
        for (SupersededSession superseded : memory.superseded) {
            next = Math.min(next, superseded.dueAt());
        }
        return next;
    }

    /**
     * When, on the acceptance clock, {@link #advance} next has something to do; {@link ListenerMemory#NEVER} if never.
     */
    public long nextOnAcceptanceClock() {
        long next = ListenerMemory.NEVER;
        if (!memory.current.isEmpty()) {
            next = deadlines.settledAfter(0) + 1;
        }
        for (SupersededSession superseded : memory.superseded) {
            next = Math.min(next, superseded.settledAfter() + 1);
        }
        return next;
    }

    /** Whether the event is known, but stored in the timeline at other times than its own. */
    private boolean isKnownElsewhere(PlaybackEvent event, long fingerprint) {
        if (memory.receipts > 0 && receipts.contains(fingerprint)) {
            return true;
        }
        if (event.clockCorrection() == 0 || timeline.isEmpty()) {
            return false;
        }
        return isInTimeline(event.correctedBy(-event.clockCorrection()), fingerprint);
    }

    private boolean isInTimeline(PlaybackEvent event, long fingerprint) {
        return timeline.contains(
                new Activity(Presence.from(event, rules), event.occurredAt(), true, fingerprint, event));
    }

    private void takeNote(PlaybackEvent event, long fingerprint, long acceptance) {
        windows.dropLate(acceptance);
        windows.add(event);
        if (needsReceipt(event)) {
            receipts.add(fingerprint);
            memory.receipts++;
        }
        if (Presence.isBroken(event, rules)) {
            memory.brokenPlays.add(new BrokenPlay(event, fingerprint));
        }
        openPlays.note(event);
    }

    /** Whether a copy of the event may have other activities than the event, so that only a receipt can identify it. */
    private boolean needsReceipt(PlaybackEvent event) {
        return event.clockCorrection() != 0 || Presence.isBroken(event, rules);
    }

    private void purge(long acceptance, List<Change> changes) {
        brokenPlays.dropLate(acceptance);
        int settled = 0;
        while (settled < memory.current.size() && acceptance > deadlines.settledAfter(settled)) {
            settled++;
        }
        memory.current.subList(0, settled).clear();
        for (int i = memory.superseded.size() - 1; i >= 0; i--) {
            SupersededSession superseded = memory.superseded.get(i);
            if (acceptance > superseded.settledAfter()) {
                changes.add(new Change.Purged(listener, SessionId.of(listener, superseded.startedAt())));
                memory.superseded.remove(i);
            }
        }
        if (settled == 0) {
            return;
        }
        long from = memory.current.isEmpty()
                ? Long.MAX_VALUE
                : memory.current.get(0).startedAt();
        timeline.dropBefore(from, activity -> {
            if (memory.receipts > 0 && activity.owner() && needsReceipt(activity.event())) {
                receipts.remove(activity.fingerprint());
                memory.receipts--;
            }
        });
        windows.dropLate(acceptance);
        if (memory.totals.startedAt() < from) {
            memory.dropTotals(totals);
        }
        if (memory.current.isEmpty()) {
            memory.devices.clear();
        }
    }
}
