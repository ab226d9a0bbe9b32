package dev.segue.domain.session;

import dev.segue.domain.clock.Clocks;
import dev.segue.domain.playback.Content;
import dev.segue.domain.playback.Detail.TrackEnded;
import dev.segue.domain.session.Chains.Chain;
import dev.segue.domain.session.Chains.Part;
import dev.segue.domain.session.ListenerMemory.CurrentSession;
import dev.segue.domain.session.ListenerMemory.SupersededSession;
import dev.segue.domain.session.SessionReconciler.Touched;
import dev.segue.domain.timeline.Activity;
import dev.segue.domain.timeline.Timeline;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Keeps the bounds and ids of the current sessions correct when activities are added or removed. */
final class Bounds {

    private final ListenerMemory memory;
    private final Timeline timeline;
    private final Chains chains;
    private final Deadlines deadlines;
    private final SessionRules rules;

    Bounds(ListenerMemory memory, Timeline timeline, Deadlines deadlines, SessionRules rules) {
        this.memory = memory;
        this.timeline = timeline;
        this.chains = new Chains(timeline, rules);
        this.deadlines = deadlines;
        this.rules = rules;
    }

    /**
     * Updates the current sessions around the touched activities. Where activities were removed, chains are searched
     * anew.
     */
    void settle(Touched touched, Clocks clocks) {
        long from = Long.MAX_VALUE;
        long to = Long.MIN_VALUE;
        for (Collection<Activity> activities : List.of(touched.come(), touched.gone())) {
            for (Activity activity : activities) {
                from = Math.min(from, activity.from());
                to = Math.max(to, activity.to());
            }
        }
        boolean simple = touched.come().size() == 1 && touched.gone().isEmpty();
        List<CurrentSession> current = memory.current;
        int end = memory.firstStartingAfter(to + rules.gapMs());
        while (end < current.size() && current.get(end).part() > 0) {
            end++;
        }
        int begin = end;
        while (begin > 0) {
            int head = memory.headOfChain(begin - 1);
            if (memory.latestEnd(head, begin) + rules.gapMs() < from) {
                break;
            }
            begin = head;
        }
        if (begin == end && simple && memory.superseded.isEmpty()) {
            current.add(begin, fresh(from, to, clocks));
            return;
        }
        int holder = memory.firstStartingAfter(from) - 1;
        boolean oneChain = begin < end && memory.headOfChain(end - 1) == begin;
        if (simple && oneChain && holder >= begin) {
            CurrentSession session = current.get(holder);
            if (from - session.startedAt() <= rules.capMs()) {
                Activity added = touched.come().iterator().next();
                long newEnd = Math.max(session.endedAt(), to);
                if (added.owner() || newEnd != session.endedAt()) {
                    current.set(holder, changed(session, newEnd, session.part(), playsFrom(added), clocks));
                }
                return;
            }
            // It opens a part; the cuts before it do not change.
            begin = holder;
        }
        long low = begin == end ? from : Math.min(from, current.get(begin).startedAt());
        long high = begin == end ? to : Math.max(to, memory.latestEnd(begin, end));
        int firstPart = begin == end ? 0 : current.get(begin).part();
        List<CurrentSession> old = new ArrayList<>(current.subList(begin, end));
        List<Part> parts = new ArrayList<>();
        for (Chain chain : simple ? List.of(new Chain(low, high)) : chains.in(low, high, from)) {
            chains.cut(chain, parts.isEmpty() ? firstPart : 0, parts);
        }
        replace(begin, end, new SessionReconciler(old, parts, touched, timeline).reconciled(), clocks);
    }

    private CurrentSession fresh(long from, long to, Clocks clocks) {
        long now = Deadlines.now(clocks, to);
        return new CurrentSession(
                from, to, 0, 0, false, true, true, now + rules.earlyFiringIntervalMs(), now, Long.MIN_VALUE, 0);
    }

    private CurrentSession changed(CurrentSession before, long endedAt, int part, long playsFrom, Clocks clocks) {
        CurrentSession session = before.spanning(endedAt, part);
        long now = Deadlines.now(clocks, endedAt);
        boolean runs = !session.closedOnce() || clocks.closing() <= deadlines.closesAfter(session);
        long dueAt = session.open() && runs
                ? Math.max(now, Math.min(now, session.emittedAt()) + rules.earlyFiringIntervalMs())
                : now + rules.correctionsMs();
        long emittedToSettle = before.endedAt() + rules.settlingMs();
        return session.changed(runs || session.open(), Math.min(dueAt, emittedToSettle), playsFrom);
    }

    /** The added activity does not change plays that started before this time. */
    private static long playsFrom(Activity added) {
        boolean isPlay =
                added.owner() && added.event().detail() instanceof TrackEnded ended && ended.content() == Content.TRACK;
        return isPlay ? ((TrackEnded) added.event().detail()).startedAt() : ListenerMemory.NEVER;
    }

    private void replace(int begin, int end, SessionReconciler.Result result, Clocks clocks) {
        memory.current.subList(begin, end).clear();
        List<CurrentSession> successors = new ArrayList<>();
        for (SessionReconciler.Successor successor : result.successors()) {
            successors.add(succeed(successor, clocks));
        }
        memory.current.addAll(begin, successors);
        for (CurrentSession gone : result.vanished()) {
            if (gone.revision() > 0) {
                fall(gone, clocks);
            }
        }
    }

    private CurrentSession succeed(SessionReconciler.Successor successor, Clocks clocks) {
        CurrentSession same = successor.same();
        Part part = successor.part();
        if (same != null) {
            return successor.changed() ? changed(same, part.endedAt(), part.number(), Long.MIN_VALUE, clocks) : same;
        }
        SupersededSession back = takeBack(part.startedAt());
        List<CurrentSession> forebears = successor.forebears();
        boolean madeOfClosed = !forebears.isEmpty() && forebears.stream().allMatch(CurrentSession::closedOnce);
        boolean closedOnce = back == null ? madeOfClosed : back.closedOnce();
        CurrentSession fresh = new CurrentSession(
                part.startedAt(),
                part.endedAt(),
                part.number(),
                back == null ? 0 : back.revision(),
                closedOnce,
                true,
                true,
                ListenerMemory.NEVER,
                Deadlines.now(clocks, part.endedAt()),
                Long.MIN_VALUE,
                back == null ? 0 : back.chunks());
        boolean runs = clocks.closing() <= deadlines.closesAfter(fresh);
        return fresh.changed(!closedOnce || runs, dueAt(fresh, forebears, back), Long.MIN_VALUE);
    }

    /**
     * A session under a new id is emitted together with the sessions that it replaces. If none of those was ever
     * emitted, it is due like any other session.
     */
    private long dueAt(CurrentSession fresh, List<CurrentSession> forebears, SupersededSession back) {
        boolean continuesStory = back != null || forebears.stream().anyMatch(forebear -> forebear.revision() > 0);
        long dueAt = fresh.emittedAt() + (continuesStory ? rules.correctionsMs() : rules.earlyFiringIntervalMs());
        for (CurrentSession forebear : forebears) {
            dueAt = Math.min(dueAt, forebear.dueAt());
        }
        return back == null ? dueAt : Math.min(dueAt, Math.min(back.dueAt(), back.settledAfter()));
    }

    private SupersededSession takeBack(long startedAt) {
        for (int i = 0; i < memory.superseded.size(); i++) {
            if (memory.superseded.get(i).startedAt() == startedAt) {
                return memory.superseded.remove(i);
            }
        }
        return null;
    }

    private void fall(CurrentSession gone, Clocks clocks) {
        long end = Math.max(gone.endedAt(), gone.startedAt() + rules.maxPlayMs());
        long dueAt = Deadlines.now(clocks, gone.endedAt()) + rules.correctionsMs();
        long emittedToSettle = gone.endedAt() + rules.settlingMs();
        memory.superseded.add(new SupersededSession(
                gone.startedAt(),
                gone.revision(),
                gone.closedOnce(),
                gone.chunks(),
                Math.min(dueAt, Math.min(gone.dueAt(), emittedToSettle)),
                end + rules.settlingMs()));
    }
}
