package dev.segue.domain.session;

import dev.segue.domain.listening.Play;
import dev.segue.domain.playback.Content;
import dev.segue.domain.playback.ContentFingerprint;
import dev.segue.domain.playback.Detail.TrackEnded;
import dev.segue.domain.playback.PlaybackEvent;
import dev.segue.domain.session.Change.Status;
import dev.segue.domain.session.ListenerMemory.BrokenPlay;
import dev.segue.domain.session.ListenerMemory.Fallen;
import dev.segue.domain.session.ListenerMemory.Standing;
import dev.segue.domain.session.Succession.Touched;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The sessions of one listener, kept up to date one event at a time.
 *
 * <p>{@link #accept} puts an event in its place and makes the bounds of the sessions around it right again; it costs a
 * few pages of the {@link Timeline}, so the logarithm of what is remembered. {@link #advance} tells what has become due
 * and forgets what is settled; to tell a session walks its plays once, and a running session is told at most once every
 * early-results, so that its share per event is bounded by the cap divided by early-results, however many events there
 * are.
 *
 * <p>What stands is equal to what {@link dev.segue.domain.reference.BatchReference} finds among the same accepted
 * events, in whatever order they came.
 */
public final class ListenerSessions {

    private final String listener;
    private final ListenerMemory memory;
    private final Timeline timeline;
    private final Receipts receipts;
    private final SessionRules rules;
    private final OpenPlays openPlays;

    /**
     * Takes up where the memory left off.
     *
     * @param memory changed in place
     * @param pages the pages of this listener's timeline
     * @param receipts this listener's receipts
     */
    public ListenerSessions(
            String listener, ListenerMemory memory, ActivityPages pages, Receipts receipts, SessionRules rules) {
        this.listener = listener;
        this.memory = memory;
        this.timeline = new Timeline(pages, memory.rootPage, memory.lastPage);
        this.receipts = receipts;
        this.rules = rules;
        this.openPlays = new OpenPlays(memory.devices, rules);
    }

    /** Takes in one usable event of this listener. What it changes is told by {@link #advance}, when due. */
    public Outcome accept(PlaybackEvent event, Clocks clocks) {
        if (isLate(event, clocks.acceptance())) {
            return Outcome.LATE;
        }
        long fingerprint = ContentFingerprint.of(event);
        if (isKnownElsewhere(event, fingerprint)) {
            return Outcome.DUPLICATE;
        }
        List<BrokenPlay> mended = brokenPlaysOf(event);
        List<Activity> before = activitiesOf(mended);
        List<Activity> added = Presence.of(event, fingerprint, pausesOf(event), rules);
        for (Activity activity : added) {
            if (!timeline.add(activity)) {
                return Outcome.DUPLICATE;
            }
        }
        takeNote(event, fingerprint);
        if (mended.isEmpty()) {
            for (Activity activity : added) {
                settle(new Touched(List.of(activity), List.of()), clocks);
            }
        } else {
            settle(mend(added, before, activitiesOf(mended)), clocks);
        }
        memory.rootPage = timeline.root();
        memory.lastPage = timeline.lastPage();
        return Outcome.ACCEPTED;
    }

    /** Tells what is due, in the order in which it can be applied, and forgets what is settled. */
    public List<Change> advance(Clocks clocks) {
        List<Change> changes = new ArrayList<>();
        fallBack(clocks.closing());
        for (int i = 0; i < memory.standing.size(); i++) {
            Standing session = memory.standing.get(i);
            boolean settled = (session.open() || session.changed()) && clocks.acceptance() > settledAfter(i);
            boolean closes = session.open() && (settled || clocks.closing() >= closesAt(session));
            boolean due = session.changed() && (settled || clocks.closing() >= session.dueAt());
            if (closes) {
                memory.standing.set(i, session.closed());
            }
            if (closes || due) {
                tell(i, clocks, changes);
            }
        }
        tellFallen(clocks, changes);
        forget(clocks.acceptance(), changes);
        memory.rootPage = timeline.root();
        memory.lastPage = timeline.lastPage();
        return changes;
    }

    /** When, on the closing clock, {@link #advance} has something to do; {@link ListenerMemory#NEVER} if never. */
    public long nextOnClosingClock() {
        long next = ListenerMemory.NEVER;
        for (Standing session : memory.standing) {
            next = Math.min(next, session.dueAt());
            if (session.open()) {
                next = Math.min(next, closesAt(session));
            }
        }
        for (Fallen fallen : memory.fallen) {
            next = Math.min(next, fallen.dueAt());
        }
        return next;
    }

    /** When, on the acceptance clock, {@link #advance} has something to do; {@link ListenerMemory#NEVER} if never. */
    public long nextOnAcceptanceClock() {
        long next = ListenerMemory.NEVER;
        if (!memory.standing.isEmpty()) {
            next = settledAfter(0) + 1;
        }
        for (Fallen fallen : memory.fallen) {
            next = Math.min(next, fallen.settledAfter() + 1);
        }
        return next;
    }

    private boolean isLate(PlaybackEvent event, long acceptance) {
        return acceptance != Clocks.NOT_STARTED && event.occurredAt() < acceptance - rules.horizonMs();
    }

    /** Whether the event is known, but does not lie in the timeline where its own times put it. */
    private boolean isKnownElsewhere(PlaybackEvent event, long fingerprint) {
        if (memory.receipts > 0 && receipts.contains(fingerprint)) {
            return true;
        }
        if (event.clockShift() == 0 || timeline.isEmpty()) {
            return false;
        }
        PlaybackEvent asReported = event.shiftedBy(-event.clockShift());
        return timeline.contains(
                new Activity(Presence.from(asReported, rules), asReported.occurredAt(), true, fingerprint, asReported));
    }

    private void takeNote(PlaybackEvent event, long fingerprint) {
        if (needsReceipt(event)) {
            receipts.add(fingerprint);
            memory.receipts++;
        }
        if (Presence.isBroken(event, rules)) {
            memory.brokenPlays.add(new BrokenPlay(event, fingerprint));
        }
        openPlays.note(event);
    }

    /** Whether a copy of the event may have other activities than the event, so that only a receipt tells it. */
    private boolean needsReceipt(PlaybackEvent event) {
        return event.clockShift() != 0 || Presence.isBroken(event, rules);
    }

    // Broken plays: rare, so what they cost is a walk over the stretch of time they span.

    private List<BrokenPlay> brokenPlaysOf(PlaybackEvent event) {
        if (memory.brokenPlays.isEmpty() || !Presence.isPauseOrResume(event)) {
            return List.of();
        }
        return memory.brokenPlays.stream()
                .filter(broken -> Presence.isOfPlay(event, broken.event(), rules))
                .toList();
    }

    private List<PlaybackEvent> pausesOf(PlaybackEvent event) {
        if (!Presence.isBroken(event, rules)) {
            return List.of();
        }
        List<PlaybackEvent> pauses = new ArrayList<>();
        timeline.forEach(Presence.from(event, rules), event.occurredAt() + 1, activity -> {
            if (Presence.isOfPlay(activity.event(), event, rules)) {
                pauses.add(activity.event());
            }
        });
        pauses.sort(Presence.AS_IT_HAPPENED);
        return pauses;
    }

    private List<Activity> activitiesOf(List<BrokenPlay> plays) {
        List<Activity> activities = new ArrayList<>();
        for (BrokenPlay play : plays) {
            activities.addAll(Presence.of(play.event(), play.fingerprint(), pausesOf(play.event()), rules));
        }
        return activities;
    }

    /** Puts the activities of mended plays where they belong now. */
    private Touched mend(List<Activity> added, List<Activity> before, List<Activity> after) {
        Set<Activity> gone = new LinkedHashSet<>(before);
        after.forEach(gone::remove);
        Set<Activity> come = new LinkedHashSet<>(after);
        before.forEach(come::remove);
        gone.forEach(timeline::remove);
        come.forEach(timeline::add);
        come.addAll(added);
        return new Touched(come, gone);
    }

    // What stands

    /** Makes what stands around the touched activities right again. Where some went, chains must be found anew. */
    private void settle(Touched touched, Clocks clocks) {
        long from = Long.MAX_VALUE;
        long to = Long.MIN_VALUE;
        for (Collection<Activity> activities : List.of(touched.come(), touched.gone())) {
            for (Activity activity : activities) {
                from = Math.min(from, activity.from());
                to = Math.max(to, activity.to());
            }
        }
        boolean simple = touched.come().size() == 1 && touched.gone().isEmpty();
        List<Standing> standing = memory.standing;
        int end = firstStartingAfter(to + rules.gapMs());
        while (end < standing.size() && standing.get(end).part() > 0) {
            end++;
        }
        int begin = end;
        while (begin > 0) {
            int head = headOfChain(begin - 1);
            if (chainEnd(head, begin) + rules.gapMs() < from) {
                break;
            }
            begin = head;
        }
        if (begin == end && simple && memory.fallen.isEmpty()) {
            standing.add(begin, fresh(from, to, clocks));
            return;
        }
        int holder = firstStartingAfter(from) - 1;
        boolean oneChain = begin < end && headOfChain(end - 1) == begin;
        if (simple && oneChain && holder >= begin && from - standing.get(holder).startedAt() <= rules.capMs()) {
            Standing session = standing.get(holder);
            long newEnd = Math.max(session.endedAt(), to);
            long playsFrom = playsFrom(touched.come().iterator().next());
            standing.set(holder, changed(session, newEnd, session.part(), playsFrom, clocks));
            return;
        }
        long low = begin == end ? from : Math.min(from, standing.get(begin).startedAt());
        long high = begin == end ? to : Math.max(to, chainEnd(begin, end));
        int firstPart = begin == end ? 0 : standing.get(begin).part();
        List<Standing> old = new ArrayList<>(standing.subList(begin, end));
        List<Part> parts = new ArrayList<>();
        for (Chain chain : simple ? List.of(new Chain(low, high)) : chainsIn(low, high)) {
            cut(chain, parts.isEmpty() ? firstPart : 0, parts);
        }
        replace(begin, end, new Succession(old, parts, touched, timeline).reconciled(), clocks);
    }

    private Standing fresh(long from, long to, Clocks clocks) {
        long now = now(clocks, to);
        return new Standing(from, to, 0, 0, false, true, true, now + rules.earlyResultsMs(), now, Long.MIN_VALUE, 0);
    }

    private Standing changed(Standing before, long endedAt, int part, long playsFrom, Clocks clocks) {
        Standing session = before.spanning(endedAt, part);
        long now = now(clocks, endedAt);
        boolean runs = !session.closedOnce() || clocks.closing() <= closesAfter(session);
        long dueAt = session.open() && runs
                ? Math.max(now, Math.min(now, session.toldAt()) + rules.earlyResultsMs())
                : now + rules.correctionsMs();
        long toldToSettle = before.endedAt() + rules.settlingMs();
        return session.changed(runs || session.open(), Math.min(dueAt, toldToSettle), playsFrom);
    }

    /** Plays that started before are not moved by the activity that was added. */
    private static long playsFrom(Activity added) {
        boolean isPlay =
                added.owner() && added.event().detail() instanceof TrackEnded ended && ended.content() == Content.TRACK;
        return isPlay ? ((TrackEnded) added.event().detail()).startedAt() : ListenerMemory.NEVER;
    }

    private void replace(int begin, int end, Succession.Result result, Clocks clocks) {
        memory.standing.subList(begin, end).clear();
        List<Standing> successors = new ArrayList<>();
        for (Succession.Successor successor : result.successors()) {
            successors.add(succeed(successor, clocks));
        }
        memory.standing.addAll(begin, successors);
        for (Standing gone : result.vanished()) {
            if (gone.revision() > 0) {
                fall(gone, clocks);
            }
        }
    }

    private Standing succeed(Succession.Successor successor, Clocks clocks) {
        Standing same = successor.same();
        Part part = successor.part();
        if (same != null) {
            return successor.changed() ? changed(same, part.endedAt(), part.number(), Long.MIN_VALUE, clocks) : same;
        }
        Fallen back = takeBack(part.startedAt());
        List<Standing> forebears = successor.forebears();
        boolean madeOfClosed = !forebears.isEmpty() && forebears.stream().allMatch(Standing::closedOnce);
        boolean closedOnce = madeOfClosed || (back != null && back.closedOnce());
        Standing fresh = new Standing(
                part.startedAt(),
                part.endedAt(),
                part.number(),
                back == null ? 0 : back.revision(),
                closedOnce,
                true,
                true,
                ListenerMemory.NEVER,
                now(clocks, part.endedAt()),
                Long.MIN_VALUE,
                back == null ? 0 : back.chunks());
        boolean runs = clocks.closing() <= closesAfter(fresh);
        return fresh.changed(!closedOnce || runs, dueAt(fresh, forebears, back), Long.MIN_VALUE);
    }

    /** A session under a new id is told together with what it takes over; if none of that was told, as any other. */
    private long dueAt(Standing fresh, List<Standing> forebears, Fallen back) {
        boolean continuesStory = back != null || forebears.stream().anyMatch(forebear -> forebear.revision() > 0);
        long dueAt = fresh.toldAt() + (continuesStory ? rules.correctionsMs() : rules.earlyResultsMs());
        for (Standing forebear : forebears) {
            dueAt = Math.min(dueAt, forebear.dueAt());
        }
        return back == null ? dueAt : Math.min(dueAt, Math.min(back.dueAt(), back.settledAfter()));
    }

    private Fallen takeBack(long startedAt) {
        for (int i = 0; i < memory.fallen.size(); i++) {
            if (memory.fallen.get(i).startedAt() == startedAt) {
                return memory.fallen.remove(i);
            }
        }
        return null;
    }

    private void fall(Standing gone, Clocks clocks) {
        long end = Math.max(gone.endedAt(), gone.startedAt() + rules.maxPlayMs());
        long dueAt = now(clocks, gone.endedAt()) + rules.correctionsMs();
        long toldToSettle = gone.endedAt() + rules.settlingMs();
        memory.fallen.add(new Fallen(
                gone.startedAt(),
                gone.revision(),
                gone.closedOnce(),
                gone.chunks(),
                Math.min(dueAt, Math.min(gone.dueAt(), toldToSettle)),
                end + rules.settlingMs()));
    }

    /** A chain of activities. */
    private record Chain(long from, long to) {}

    /** A part of a chain, as it stands now. */
    record Part(long startedAt, long endedAt, int number, long before) {}

    private List<Chain> chainsIn(long low, long high) {
        List<Chain> chains = new ArrayList<>();
        timeline.forEach(low, high + 1, activity -> {
            Chain last = chains.isEmpty() ? null : chains.get(chains.size() - 1);
            if (last == null || activity.from() - last.to() > rules.gapMs()) {
                chains.add(new Chain(activity.from(), activity.to()));
            } else if (activity.to() > last.to()) {
                chains.set(chains.size() - 1, new Chain(last.from(), activity.to()));
            }
        });
        return chains;
    }

    private void cut(Chain chain, int firstNumber, List<Part> parts) {
        int number = firstNumber;
        long start = chain.from();
        while (true) {
            Activity next = chain.to() - start > rules.capMs() ? timeline.firstAfter(start + rules.capMs()) : null;
            boolean isLast = next == null || next.from() > chain.to();
            long before = isLast ? chain.to() + 1 : next.from();
            boolean whole = isLast && start == chain.from();
            long end = whole ? chain.to() : timeline.latestEnd(start, before);
            parts.add(new Part(start, end, number, before));
            if (isLast) {
                return;
            }
            start = before;
            number++;
        }
    }

    private int firstStartingAfter(long time) {
        int low = 0;
        int high = memory.standing.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (memory.standing.get(middle).startedAt() <= time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private int headOfChain(int index) {
        int head = index;
        while (head > 0 && memory.standing.get(head).part() > 0) {
            head--;
        }
        return head;
    }

    private long chainEnd(int begin, int end) {
        long latest = Long.MIN_VALUE;
        for (int i = begin; i < end; i++) {
            latest = Math.max(latest, memory.standing.get(i).endedAt());
        }
        return latest;
    }

    // When

    /** Once the closing clock has passed it, a session is closed. */
    private long closesAfter(Standing session) {
        return Math.max(session.endedAt() + rules.gapMs(), openPlays.heldUntil(session.startedAt(), session.endedAt()));
    }

    /** When an open session closes. One that is told for the first time gathers what a burst brings. */
    private long closesAt(Standing session) {
        long gathered = session.revision() == 0 ? session.toldAt() + rules.correctionsMs() : Long.MIN_VALUE;
        return Math.max(closesAfter(session) + 1, gathered);
    }

    /** Once the acceptance clock has passed it, no event can change the session: nor those before it in its chain. */
    private long settledAfter(int index) {
        long latest = memory.standing.get(index).endedAt();
        for (int i = index; i > 0 && memory.standing.get(i).part() > 0; i--) {
            latest = Math.max(latest, memory.standing.get(i - 1).endedAt());
        }
        return latest + rules.settlingMs();
    }

    /**
     * When silence ends the closing clock falls back. What waits for a time on it must not wait until it has caught up.
     */
    private void fallBack(long closing) {
        if (closing == Clocks.NOT_STARTED || closing == Clocks.ENDED) {
            return;
        }
        long latestDue = closing + Math.max(rules.earlyResultsMs(), rules.correctionsMs());
        memory.standing.replaceAll(session -> session.waitingSince(closing, latestDue));
        memory.fallen.replaceAll(fallen -> fallen.waitingUntil(latestDue));
    }

    private static long now(Clocks clocks, long otherwise) {
        return clocks.closing() == Clocks.NOT_STARTED ? otherwise : clocks.closing();
    }

    // Telling

    private void tell(int index, Clocks clocks, List<Change> changes) {
        Standing session = memory.standing.get(index);
        boolean firstClose = !session.open() && !session.closedOnce();
        Status status = firstClose ? Status.FINAL : session.closedOnce() ? Status.CORRECTED : Status.EARLY;
        SessionWalk walk = new SessionWalk(listener, rules, session.part());
        timeline.forEach(session.startedAt(), before(index), walk);
        Session stands = walk.session(session.startedAt(), session.endedAt());
        int revision = session.revision() + 1;
        changes.add(new Change.Revision(
                stands, revision, status, session.open(), clocks.acceptance(), settledAfter(index), rules.version()));
        int chunks = tellPlays(session, stands.id(), revision, walk.plays(), changes);
        long now = now(clocks, session.endedAt());
        memory.standing.set(index, session.told(session.closedOnce() || firstClose, now, chunks));
        for (int i = 0; i < memory.fallen.size(); i++) {
            if (!memory.fallen.get(i).isTold() && successorOf(memory.fallen.get(i)) == index) {
                tellSuperseded(i, index, clocks, changes);
            }
        }
    }

    private int tellPlays(Standing session, SessionId id, int revision, List<Play> plays, List<Change> changes) {
        int most = Change.PlaysOfSession.MOST_PLAYS;
        int chunks = (plays.size() + most - 1) / most;
        for (int chunk = 0; chunk < chunks; chunk++) {
            List<Play> some = plays.subList(chunk * most, Math.min(plays.size(), (chunk + 1) * most));
            boolean isNew = chunk >= session.chunks();
            if (isNew || some.get(some.size() - 1).startedAt() >= session.playsChangedFrom()) {
                changes.add(new Change.PlaysOfSession(listener, id, chunk, revision, some));
            }
        }
        playsGone(id, chunks, session.chunks(), changes);
        return chunks;
    }

    private void playsGone(SessionId id, int from, int before, List<Change> changes) {
        for (int chunk = from; chunk < before; chunk++) {
            changes.add(new Change.PlaysGone(listener, id, chunk));
        }
    }

    /** Where the activities of the session end and those of the next begin. */
    private long before(int index) {
        return index + 1 < memory.standing.size()
                ? memory.standing.get(index + 1).startedAt()
                : Long.MAX_VALUE;
    }

    private void tellFallen(Clocks clocks, List<Change> changes) {
        for (int i = 0; i < memory.fallen.size(); i++) {
            Fallen fallen = memory.fallen.get(i);
            if (fallen.isTold()) {
                continue;
            }
            int successor = successorOf(fallen);
            if (clocks.closing() < fallen.dueAt() && clocks.acceptance() <= settledAfter(successor)) {
                continue;
            }
            if (memory.standing.get(successor).changed()) {
                tell(successor, clocks, changes);
            } else {
                tellSuperseded(i, successor, clocks, changes);
            }
        }
    }

    private void tellSuperseded(int index, int successor, Clocks clocks, List<Change> changes) {
        Fallen fallen = memory.fallen.get(index).told();
        SessionId id = SessionId.of(listener, fallen.startedAt());
        changes.add(new Change.Superseded(
                listener,
                id,
                fallen.startedAt(),
                fallen.revision(),
                SessionId.of(listener, memory.standing.get(successor).startedAt()),
                clocks.acceptance(),
                fallen.settledAfter(),
                rules.version()));
        playsGone(id, 0, memory.fallen.get(index).chunks(), changes);
        memory.fallen.set(index, fallen);
    }

    /** The session that took over from the fallen one: it holds what is left where that one began. */
    private int successorOf(Fallen fallen) {
        int next = firstStartingAfter(fallen.startedAt());
        if (next == memory.standing.size()) {
            return next - 1;
        }
        Standing after = memory.standing.get(next);
        boolean nothingLeft = timeline.firstAfter(fallen.startedAt() - 1).from() >= after.startedAt();
        boolean covered = next > 0 && memory.standing.get(next - 1).endedAt() >= fallen.startedAt();
        return nothingLeft && (after.part() > 0 || !covered) ? next : next - 1;
    }

    // Forgetting

    private void forget(long acceptance, List<Change> changes) {
        boolean forgets = false;
        while (!memory.standing.isEmpty() && acceptance > settledAfter(0)) {
            memory.standing.remove(0);
            forgets = true;
        }
        for (int i = memory.fallen.size() - 1; i >= 0; i--) {
            Fallen fallen = memory.fallen.get(i);
            if (acceptance > fallen.settledAfter()) {
                changes.add(new Change.Forgotten(listener, SessionId.of(listener, fallen.startedAt())));
                memory.fallen.remove(i);
            }
        }
        if (!forgets) {
            return;
        }
        long from = memory.standing.isEmpty()
                ? Long.MAX_VALUE
                : memory.standing.get(0).startedAt();
        timeline.dropBefore(from, activity -> {
            if (activity.owner() && needsReceipt(activity.event())) {
                receipts.remove(activity.fingerprint());
                memory.receipts--;
            }
        });
        memory.brokenPlays.removeIf(broken -> acceptance > broken.event().occurredAt() + rules.settlingMs());
        if (memory.standing.isEmpty()) {
            memory.devices.clear();
        }
    }
}
