package dev.segue.domain.session;

import dev.segue.domain.clock.Clocks;
import dev.segue.domain.playback.Content;
import dev.segue.domain.playback.Detail.TrackEnded;
import dev.segue.domain.session.Chains.Chain;
import dev.segue.domain.session.Chains.Part;
import dev.segue.domain.session.ListenerMemory.CurrentSession;
import dev.segue.domain.session.ListenerMemory.SupersededSession;
import dev.segue.domain.session.SessionReconciler.Result;
import dev.segue.domain.session.SessionReconciler.Successor;
import dev.segue.domain.session.SessionReconciler.Touched;
import dev.segue.domain.timeline.Activity;
import dev.segue.domain.timeline.Timeline;
import java.util.ArrayList;
import java.util.List;

/** Keeps the bounds and ids of the current sessions correct when activities are added or removed. */
final class Bounds {

    private static final int NONE = -1;

    /** Any play of the session may have changed. */
    private static final long ANY_PLAY = Long.MIN_VALUE;

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
     * Updates the current sessions after the timeline has changed. Only the neighbours of the touched activities can
     * change: the chains that are no further from them than the gap. Nearly always, one added activity begins a session
     * or extends one; otherwise the neighbours are cut anew.
     */
    void update(Touched touched, Clocks clocks) {
        long from = touched.from();
        long to = touched.to();
        int end = endOfNeighbours(to);
        int begin = beginOfNeighbours(from, end);

        boolean oneAdded = touched.isOneAddition();
        boolean beginsSession = oneAdded && begin == end && memory.superseded.isEmpty();
        int partIndex = oneAdded ? partAt(from, begin, end) : NONE;
        boolean extendsPart =
                partIndex != NONE && from - memory.current.get(partIndex).startedAt() <= rules.capMs();

        if (beginsSession) {
            memory.current.add(begin, begun(from, to, clocks));
        } else if (extendsPart) {
            extend(partIndex, touched.added().iterator().next(), clocks);
        } else {
            // Anything else, such as an activity beyond the cap of its part, which opens the next part: the cuts before
            // it stay.
            cutAnew(partIndex == NONE ? begin : partIndex, end, touched, clocks);
        }
    }

    /** Index after the last session of the neighbours. */
    private int endOfNeighbours(long to) {
        int end = memory.firstStartingAfter(to + rules.gapMs());
        while (end < memory.current.size() && memory.current.get(end).part() > 0) {
            end++;
        }
        return end;
    }

    /** Index of the first session of the neighbours; {@code end} if there are none. */
    private int beginOfNeighbours(long from, int end) {
        int first = end;
        while (first > 0) {
            int head = memory.headOfChain(first - 1);
            if (memory.latestEnd(head, first) + rules.gapMs() < from) {
                return first;
            }
            first = head;
        }
        return first;
    }

    /**
     * Index of the last session that starts no later than {@code from}, if it is a part of the only neighbour; else
     * {@link #NONE}.
     */
    private int partAt(long from, int begin, int end) {
        boolean oneChain = begin < end && memory.headOfChain(end - 1) == begin;
        int part = oneChain ? memory.firstStartingAfter(from) - 1 : NONE;
        return part >= begin ? part : NONE;
    }

    /** A session of one activity. */
    private CurrentSession begun(long from, long to, Clocks clocks) {
        long now = Deadlines.now(clocks, to);
        return new CurrentSession(
                from, to, 0, 0, false, true, true, now + rules.earlyFiringIntervalMs(), now, ANY_PLAY, 0);
    }

    /** Adds an activity to a session. One that does not own its event matters only if it moves the session's end. */
    private void extend(int index, Activity added, Clocks clocks) {
        CurrentSession session = memory.current.get(index);
        long newEnd = Math.max(session.endedAt(), added.to());
        if (added.owner() || newEnd != session.endedAt()) {
            memory.current.set(index, changed(session, newEnd, session.part(), playsChangedFrom(added), clocks));
        }
    }

    /** The added activity does not change plays that started before this time. */
    private static long playsChangedFrom(Activity added) {
        if (added.owner() && added.event().detail() instanceof TrackEnded ended && ended.content() == Content.TRACK) {
            return ended.startedAt();
        }
        return ListenerMemory.NEVER;
    }

    /** Cuts the chains of the sessions from index {@code begin} (inclusive) to {@code end} (exclusive) anew. */
    private void cutAnew(int begin, int end, Touched touched, Clocks clocks) {
        List<CurrentSession> former = List.copyOf(memory.current.subList(begin, end));
        int firstNumber = former.isEmpty() ? 0 : former.get(0).part();
        List<Part> parts = chains.cut(chainsOf(begin, end, touched), firstNumber);
        Result result = new SessionReconciler(former, parts, touched, timeline).reconciled();
        List<CurrentSession> current = new ArrayList<>();
        for (Successor successor : result.successors()) {
            current.add(succeeding(successor, clocks));
        }
        memory.current.subList(begin, end).clear();
        memory.current.addAll(begin, current);
        for (CurrentSession replaced : result.replaced()) {
            if (replaced.revision() > 0) {
                supersede(replaced, clocks);
            }
        }
    }

    /** One added activity joins all its neighbours into one chain. After any other change, chains may have split. */
    private List<Chain> chainsOf(int begin, int end, Touched touched) {
        long from = touched.from();
        long low =
                begin == end ? from : Math.min(from, memory.current.get(begin).startedAt());
        long high = Math.max(touched.to(), memory.latestEnd(begin, end));
        return touched.isOneAddition() ? List.of(new Chain(low, high)) : chains.in(low, high, from);
    }

    private CurrentSession succeeding(Successor successor, Clocks clocks) {
        CurrentSession same = successor.same();
        Part part = successor.part();
        if (same == null) {
            return created(part, successor.predecessors(), clocks);
        }
        return successor.changed() ? changed(same, part.endedAt(), part.number(), ANY_PLAY, clocks) : same;
    }

    /** A session under an id that was not current before. An id that comes back continues its revisions. */
    private CurrentSession created(Part part, List<CurrentSession> predecessors, Clocks clocks) {
        SupersededSession revived = takeSuperseded(part.startedAt());
        boolean madeOfClosed = !predecessors.isEmpty() && predecessors.stream().allMatch(CurrentSession::closedOnce);
        CurrentSession created = new CurrentSession(
                part.startedAt(),
                part.endedAt(),
                part.number(),
                revived == null ? 0 : revived.revision(),
                revived == null ? madeOfClosed : revived.closedOnce(),
                true,
                true,
                ListenerMemory.NEVER,
                Deadlines.now(clocks, part.endedAt()),
                ANY_PLAY,
                revived == null ? 0 : revived.chunks());
        long dueAt = deadlines.createdDueAt(created, predecessors, revived);
        return created.changed(isRunning(created, clocks), dueAt, ANY_PLAY);
    }

    /** Removes and returns the superseded session with this start; null if there is none. */
    private SupersededSession takeSuperseded(long startedAt) {
        for (int i = 0; i < memory.superseded.size(); i++) {
            if (memory.superseded.get(i).startedAt() == startedAt) {
                return memory.superseded.remove(i);
            }
        }
        return null;
    }

    private CurrentSession changed(CurrentSession before, long endedAt, int part, long playsFrom, Clocks clocks) {
        CurrentSession session = before.spanning(endedAt, part);
        boolean running = isRunning(session, clocks);
        long dueAt = deadlines.changeDueAt(before, running, Deadlines.now(clocks, endedAt));
        return session.changed(running || session.open(), dueAt, playsFrom);
    }

    /** Whether a session that changed is running: it has never closed, or with its present bounds it would not have. */
    private boolean isRunning(CurrentSession session, Clocks clocks) {
        return !session.closedOnce() || clocks.closing() <= deadlines.closesAfter(session);
    }

    /** Its id can come back as long as an activity that starts where it started may be accepted. */
    private void supersede(CurrentSession replaced, Clocks clocks) {
        long end = Math.max(replaced.endedAt(), replaced.startedAt() + rules.maxPlayMs());
        memory.superseded.add(new SupersededSession(
                replaced.startedAt(),
                replaced.revision(),
                replaced.closedOnce(),
                replaced.chunks(),
                deadlines.replacedDueAt(replaced, Deadlines.now(clocks, replaced.endedAt())),
                end + rules.settlingMs()));
    }
}
